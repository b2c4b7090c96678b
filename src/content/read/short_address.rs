//! Short addresses as authors write them, such as `rj` for `/rj/`: printed, read out on the telephone and typed in.

/// Why something is not a short address, and what to do.
pub type Fault = (String, &'static str);

/// The longest that is short, in letters; a line of a leaflet's back holds it beside a host's name.
const MOST_LETTERS: usize = 30;

/// Returns whether a short address can be one.
///
/// # Errors
///
/// It has something in it that is hard to read out or to type.
pub fn judge(written: &str) -> Result<(), Fault> {
    let fault = |why: &str, help: &'static str| Err((format!("`{}` {why}", written.escape_debug()), help));
    if written.starts_with('/') || written.ends_with('/') {
        return fault("has a slash", "write the short address alone, such as `rj` for `/rj/`");
    }
    if written.contains(|c: char| c.is_ascii_uppercase()) {
        return fault("has capital letters, which many hosts tell apart", "write it in small letters, such as `rj`");
    }
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    if !written.chars().all(plain) {
        let help = "use the letters a to z, digits and hyphens, so that everybody can type it";
        return fault("has characters that are hard to type", help);
    }
    if !written.starts_with(|c: char| c.is_ascii_alphanumeric()) || written.ends_with('-') {
        return fault("starts or ends with a hyphen, which nobody would notice", "take the hyphen away");
    }
    if written.len() > MOST_LETTERS {
        return fault("is not short", "use 30 letters or fewer; the fewer, the fewer mistakes in typing");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::judge;

    #[test]
    fn a_short_address_can_be_read_out_and_typed() {
        for written in ["rj", "help-now", "4u"] {
            assert_eq!(judge(written), Ok(()));
        }
        for (written, why) in [
            ("/rj/", "`/rj/` has a slash"),
            ("RJ", "`RJ` has capital letters, which many hosts tell apart"),
            ("r j", "`r j` has characters that are hard to type"),
            ("café", "`café` has characters that are hard to type"),
            ("-rj", "`-rj` starts or ends with a hyphen, which nobody would notice"),
            ("restorative-justice-in-our-county", "`restorative-justice-in-our-county` is not short"),
        ] {
            assert_eq!(judge(written).map_err(|(message, _)| message), Err(why.to_string()));
        }
    }
}
