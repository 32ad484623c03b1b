//! The local page: a folder of stories in, a server for the browser of this machine out.
//!
//! Reports that are pasted or dropped into the start page become a story folder, as `claimdiff compare` reads
//! it, and the page shown is the one that `--format html` writes. The server listens on the loopback address
//! only, answers to its own name only, and takes nothing from pages of other sites.

mod guard;
mod page;
mod store;
mod submission;

use std::io;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::PathBuf;

use axum::extract::{DefaultBodyLimit, Multipart, Path, RawQuery, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum::routing::{get, post};
use axum::{Router, middleware};
use tokio::net::TcpListener;

use crate::compare::{Comparison, compare};
use crate::config::{self, Error, Flags, Settings};
use crate::extract::extract;
use crate::filter::{Baseline, Filter};
use crate::input::{self, Defaults, Input};
use crate::report::{COMPARE, Page, named};
use store::Store;
use submission::Submission;

/// Bytes that one submission may have: 32 MiB.
const LARGEST: usize = 32 << 20;

/// What stands behind the `?` of a story that is shown although a part of it could not be read.
const ANYWAY: &str = "anyway";

/// Serves the stories of `folder` at `port` of the loopback address, or at any free one where it is 0, until
/// the process ends. `announce` hears where.
///
/// # Errors
/// When the folder cannot be made or the port cannot be had.
pub fn serve(folder: PathBuf, port: u16, announce: impl FnOnce(SocketAddr)) -> io::Result<()> {
    let store = Store::open(folder)?;
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_io()
        .build()?;
    runtime.block_on(async {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port)).await?;
        let address = listener.local_addr()?;
        announce(address);
        axum::serve(listener, router(store, address.port())).await
    })
}

fn router(store: Store, port: u16) -> Router {
    Router::new()
        .route("/", get(start))
        .route("/stories", post(submit))
        .route("/stories/{name}", get(story))
        .route("/favicon.ico", get(StatusCode::NO_CONTENT))
        .fallback(async || missing())
        .layer(DefaultBodyLimit::max(LARGEST))
        .layer(middleware::from_fn_with_state(port, guard::guard))
        .with_state(store)
}

/// The start page.
async fn start(State(store): State<Store>) -> Response {
    match store.names() {
        Ok(names) => Html(page::start(&names)).into_response(),
        Err(error) => problem(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

/// Saves what was submitted and goes to its comparison.
async fn submit(State(store): State<Store>, form: Multipart) -> Response {
    let submission = match Submission::read(form).await {
        Ok(submission) => submission,
        Err(error) => return problem(error.status(), error.body_text()),
    };
    if submission.reports.is_empty() {
        let message = "Paste the text of at least one report, or add a file.";
        return problem(StatusCode::UNPROCESSABLE_ENTITY, message.to_owned());
    }
    match store.save(&submission) {
        Ok(name) => Redirect::to(&page::address(&name)).into_response(),
        Err(error) => problem(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
    }
}

/// Compares the reports of one story.
async fn story(
    State(store): State<Store>,
    Path(name): Path<String>,
    RawQuery(query): RawQuery,
) -> Response {
    let Some(folder) = store.folder(&name) else {
        return missing();
    };
    let anyway = query.as_deref() == Some(ANYWAY);
    let shown = tokio::task::spawn_blocking(move || show(&name, folder, anyway));
    shown.await.unwrap_or_else(|_| {
        let message = "The comparison failed; the terminal says more.".to_owned();
        problem(StatusCode::INTERNAL_SERVER_ERROR, message)
    })
}

/// The comparison of a folder. What could not be read is said first; the rest is compared when asked for.
fn show(name: &str, folder: PathBuf, anyway: bool) -> Response {
    let input = input::read(std::slice::from_ref(&folder), &Defaults::default());
    let troubles: Vec<String> = input.troubles.iter().map(ToString::to_string).collect();
    let readable = !input.articles.is_empty();
    let whole = troubles.is_empty() || anyway && readable;
    if !whole {
        let rest = readable.then(|| format!("{}?{ANYWAY}", page::address(name)));
        let status = StatusCode::UNPROCESSABLE_ENTITY;
        return (status, Html(page::problem(&troubles, rest))).into_response();
    }
    match compared(&folder, input) {
        Ok(comparison) => {
            Html(named(COMPARE, "html").report(&comparison, &Page::default())).into_response()
        }
        Err(error) => problem(StatusCode::UNPROCESSABLE_ENTITY, error.to_string()),
    }
}

/// The comparison of what was read, as the configuration in `folder` or above it says.
fn compared(folder: &std::path::Path, input: Input) -> Result<Comparison, Error> {
    let settings = Settings::read(config::find(folder).as_deref(), Flags::default())?;
    let mut reports = extract(input.articles);
    config::prepare(&settings, &mut reports);
    let mut comparison = compare(reports, input.story);
    let baseline = settings.baseline.value.as_deref();
    let baseline = baseline.filter(|path| path.exists()).map(Baseline::read);
    let filter = Filter {
        settings: &settings,
        baseline: baseline.transpose()?,
        touched: None,
    };
    filter.apply(&mut comparison)?;
    Ok(comparison)
}

fn missing() -> Response {
    problem(StatusCode::NOT_FOUND, "There is no such page.".to_owned())
}

fn problem(status: StatusCode, message: String) -> Response {
    (status, Html(page::problem(&[message], None))).into_response()
}
