//! Why the system could not do something, in plain words: for findings and for operators alike.

use std::io;

/// Returns the reason in lower case, without the system's number for it.
pub fn reason(error: &io::Error) -> String {
    if let Some(known) = error.raw_os_error().and_then(numbered) {
        return known.to_string();
    }
    let known = match error.kind() {
        io::ErrorKind::NotFound => "it is not there",
        io::ErrorKind::PermissionDenied => "you may not read or write it",
        io::ErrorKind::StorageFull => "the disk is full",
        io::ErrorKind::QuotaExceeded => "your share of the disk is full",
        io::ErrorKind::FileTooLarge => "the file would be too large",
        io::ErrorKind::ReadOnlyFilesystem => "the disk can only be read",
        io::ErrorKind::IsADirectory => "it is a folder",
        io::ErrorKind::NotADirectory => "a part of its path is a file, not a folder",
        io::ErrorKind::InvalidFilename => "its name is too long, or has a character that cannot stand there",
        io::ErrorKind::ResourceBusy => "it is in use",
        io::ErrorKind::CrossesDevices => "it lies on another disk",
        _ => {
            let text = error.to_string();
            return text.split(" (os error").next().unwrap_or(&text).to_lowercase();
        }
    };
    known.to_string()
}

/// Returns the reason for an error that the standard library has no name for.
fn numbered(number: i32) -> Option<&'static str> {
    // Links that lead round in a circle. Source: POSIX.1-2024, ELOOP, with its number in each system.
    let circle = if cfg!(target_os = "linux") { 40 } else { 62 };
    (cfg!(unix) && number == circle).then_some("its links lead round in a circle")
}

#[cfg(test)]
mod tests {
    use std::io;

    use super::reason;

    #[test]
    fn reasons_are_words() {
        assert_eq!(reason(&io::Error::from(io::ErrorKind::StorageFull)), "the disk is full");
        assert_eq!(reason(&io::Error::other("It Broke")), "it broke");
        #[cfg(target_os = "linux")]
        for (number, words) in
            [(28, "the disk is full"), (40, "its links lead round in a circle"), (5, "input/output error")]
        {
            assert_eq!(reason(&io::Error::from_raw_os_error(number)), words);
        }
    }
}
