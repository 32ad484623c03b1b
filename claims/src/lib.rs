//! Claims of one news report.
