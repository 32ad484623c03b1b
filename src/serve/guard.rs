//! Who may ask: the browser of this machine, for a page of this server, and nobody else.
//!
//! Any page of the web can point its own name at 127.0.0.1 (DNS rebinding) and then read what a local server
//! answers; the `Host` header still has that name, so it must be one of ours. Any page can send a form here
//! without reading the answer; the `Origin` header says which page did.

use axum::extract::{Request, State};
use axum::http::header::{
    CACHE_CONTROL, CONTENT_SECURITY_POLICY, HOST, HeaderName, HeaderValue, ORIGIN, REFERRER_POLICY,
    X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, Method, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

/// Names by which this machine calls itself.
const NAMES: [&str; 3] = ["127.0.0.1", "localhost", "[::1]"];

/// Sent with every answer. The pages carry their own policy; that nothing may frame them only a header can say.
const HEADERS: [(HeaderName, &str); 6] = [
    (CONTENT_SECURITY_POLICY, "frame-ancestors 'none'"),
    (X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (REFERRER_POLICY, "same-origin"),
    (CACHE_CONTROL, "no-store"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
];

/// Lets a request pass that comes from a page of this server at `port`, or from none.
pub(super) async fn guard(State(port): State<u16>, request: Request, next: Next) -> Response {
    let allowed = is_ours(request.headers(), port)
        && (is_reading(request.method()) || is_from_here(request.headers()));
    let mut response = if allowed {
        next.run(request).await
    } else {
        (
            StatusCode::FORBIDDEN,
            "This server answers to its own pages only.\n",
        )
            .into_response()
    };
    for (name, value) in HEADERS {
        response
            .headers_mut()
            .insert(name, HeaderValue::from_static(value));
    }
    response
}

/// Whether the request is addressed to this server by one of its own names.
fn is_ours(headers: &HeaderMap, port: u16) -> bool {
    let host = text(headers, &HOST).unwrap_or_default();
    NAMES.iter().any(|name| host == format!("{name}:{port}"))
}

fn is_reading(method: &Method) -> bool {
    matches!(*method, Method::GET | Method::HEAD)
}

/// Whether the page that sends the request is one of this server. Programs other than browsers send no origin.
fn is_from_here(headers: &HeaderMap) -> bool {
    let host = text(headers, &HOST).unwrap_or_default();
    match headers.get(ORIGIN) {
        Some(origin) => origin.as_bytes() == format!("http://{host}").as_bytes(),
        None => !headers.contains_key("sec-fetch-site"),
    }
}

fn text<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    headers.get(name)?.to_str().ok()
}
