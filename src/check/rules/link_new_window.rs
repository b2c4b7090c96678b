//! Words that say a link opens a new window.

use crate::check::{Linked, Look, Passage, Rule, Sink};
use crate::diag::{FindingKind, Severity};

pub const RULE: Rule = Rule {
    kind: FindingKind {
        code: "A034",
        name: "link-new-window",
        severity: Severity::Error,
        wcag: &[],
        act: &[],
        doc: include_str!("link_new_window.md"),
    },
    look: Look::Words(&["open", "opens", "opening", "open's", "new"], look),
};

fn look(passage: &Passage, i: usize, report: &mut Sink<'_>) {
    // "(new window)" and "opens in a new window" are the two forms.
    let bare = passage.lower(i) == "new";
    if bare && !passage.gap_before(i).ends_with('(') {
        return;
    }
    let mut at = if bare { i } else { i + 1 };
    while matches!(passage.lower(at), "in" | "a" | "new" | "another" | "separate" | "browser") {
        at += 1;
    }
    let window = matches!(passage.lower(at), "window" | "tab" | "page") && passage.lower(at - 1) != "a" && at > i;
    let page = passage.lower(at) == "page";
    let bracket = passage.gap_before(i).ends_with('(') && passage.gap(at).starts_with(')');
    let linked = passage.linked(passage.words[i].start) == Linked::Page;
    let said =
        passage.lower(at - 1) == "new" || passage.lower(at - 1) == "browser" || passage.lower(at - 1) == "separate";
    if window && said && !page && (bracket || linked) {
        let range = passage.range(i, at);
        let message = format!("`{}` is said of a link", &passage.text[range.clone()]);
        let help = "remove these words: every link on this website opens in the same window";
        let open = passage.gap_before(i).rfind(" (").filter(|_| bracket);
        let whole = open.map(|from| range.start - passage.gap_before(i).len() + from..range.end + 1);
        let fix = whole.and_then(|whole| passage.fix(whole, ""));
        report.add_fixed(passage.span(range), message, help, fix);
    }
}
