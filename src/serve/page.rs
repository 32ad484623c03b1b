//! The pages besides that of a comparison: where reports are pasted, and where something went wrong.

use askama::Template;

use crate::report::html::{STYLE, policy};

const SCRIPT: &str = include_str!("start.js");

#[derive(Template)]
#[template(path = "start.html", config = "src/report/html/askama.toml")]
struct Start<'a> {
    policy: String,
    style: &'static str,
    script: &'static str,
    stories: Vec<Link<'a>>,
}

struct Link<'a> {
    name: &'a str,
    address: String,
}

#[derive(Template)]
#[template(path = "problem.html", config = "src/report/html/askama.toml")]
struct Problem<'a> {
    policy: String,
    style: &'static str,
    lines: &'a [String],
    rest: Option<String>,
}

/// The start page, with a link to each story.
pub(super) fn start(stories: &[String]) -> String {
    let link = |name| Link {
        name,
        address: address(name),
    };
    let page = Start {
        policy: policy(STYLE, SCRIPT, "form-action 'self'"),
        style: STYLE,
        script: SCRIPT,
        stories: stories.iter().map(|name| link(name.as_str())).collect(),
    };
    page.render().expect("a string takes everything")
}

/// What went wrong, line by line; `rest` is the address of what can still be shown.
pub(super) fn problem(lines: &[String], rest: Option<String>) -> String {
    let page = Problem {
        policy: policy(STYLE, "", "form-action 'none'"),
        style: STYLE,
        lines,
        rest,
    };
    page.render().expect("a string takes everything")
}

/// The address of a story.
pub(super) fn address(story: &str) -> String {
    let segment = askama::filters::urlencode_strict(story).expect("a string can be written");
    format!("/stories/{segment}")
}
