//! What files beside the pages say besides what they show, said of each file once; and how that is taken out.

use super::Sink;
use crate::model::{Says, Site};

/// Reports each file that says something of one sort, with all that it says of it. `message` is told the file's name and
/// the words for what was found.
pub fn tell(site: &Site, says: Says, report: &mut Sink<'_>, message: impl Fn(&str, &str) -> String) {
    for (_, asset) in site.going_out() {
        let mut remarks = asset.remarks.iter().filter(|remark| remark.says == says).peekable();
        let Some(place) = remarks.peek().map(|remark| remark.at) else { continue };
        let words: Vec<&str> = remarks.map(|remark| remark.words.as_str()).collect();
        let name = asset.path.rsplit('/').next().unwrap_or(&asset.path);
        let help = cure(&asset.path, says);
        report.add(place, message(name, &listed(&words)), help);
    }
}

/// Returns words as a list in a sentence.
pub fn listed(words: &[&str]) -> String {
    match words.split_last() {
        Some((last, others)) if !others.is_empty() => format!("{}; and {last}", others.join("; ")),
        _ => words.concat(),
    }
}

/// Returns how such a thing is taken out of a file of this kind.
fn cure(path: &str, says: Says) -> &'static str {
    let ending = path.rsplit('.').next().unwrap_or("").to_ascii_lowercase();
    match ending.as_str() {
        _ if says == Says::Unknown => {
            "save it as PDF or in a form of today, such as .docx, so that it can be looked into"
        }
        "docx" | "xlsx" | "pptx" | "docm" | "xlsm" | "pptm" | "dotx" | "xltx" | "potx" | "ppsx" => {
            "in Word, Excel or PowerPoint: File, Info, Check for Issues, Inspect Document; publish the copy that it cleans"
        }
        "odt" | "ods" | "odp" | "ott" | "ots" | "otp" => {
            "in LibreOffice: accept or reject all changes, delete comments and what is hidden, then File, Properties, \
             Reset Properties"
        }
        "pdf" => {
            "in Acrobat: Redact a PDF, Remove Hidden Information; or clean the document that it was made from, and make \
             the PDF again"
        }
        _ => "export the film again without its place: most programs have a box for it, such as \"Location\"",
    }
}
