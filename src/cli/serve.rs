//! `claimdiff serve`.

use std::io;

use super::Status;
use super::args::ServeArgs;
use crate::serve::serve;

/// Serves the folder until the process is ended.
pub(super) fn run(args: &ServeArgs) -> io::Result<Status> {
    let folder = args.folder.display();
    let served = serve(args.folder.clone(), args.port, |address| {
        eprintln!(
            "http://{address}/ is ready, for this machine only; stories are kept in {folder}; Ctrl-C ends it"
        );
    });
    match served {
        Ok(()) => Ok(Status::Clean),
        Err(error) if error.kind() == io::ErrorKind::AddrInUse => Err(io::Error::other(format!(
            "port {} is taken; choose another with --port, or any free one with --port 0",
            args.port
        ))),
        Err(error) => Err(io::Error::other(format!("{folder}: {error}"))),
    }
}
