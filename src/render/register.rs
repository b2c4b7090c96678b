//! One register of addresses: every file that a build will make, with what asks for it, before any of them is made. What
//! would overwrite something else, here or on a host or computer that does not tell capital letters apart, is a finding.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use unicode_normalization::UnicodeNormalization;

use super::claim::{Certain, Claim, Claimant, Right};
use super::format::{Made, RenderError};
use crate::diag::{Diagnostic, FindingKind, Severity, Sources};

/// Two things that would be one file.
pub const ADDRESS_TAKEN: FindingKind =
    error("W010", "address-taken", Severity::Error, include_str!("problems/address_taken.md"));

/// Two files whose names differ in capital letters or accents only.
pub const ADDRESS_TWIN: FindingKind =
    error("W011", "address-twin", Severity::Error, include_str!("problems/address_twin.md"));

/// A file where something else needs a folder.
pub const ADDRESS_FOLDER: FindingKind =
    error("W012", "address-folder", Severity::Error, include_str!("problems/address_folder.md"));

/// A name that Windows or a host refuses.
pub const NAME_REFUSED: FindingKind =
    error("W013", "name-refused", Severity::Error, include_str!("problems/name_refused.md"));

/// One folder that is written in two ways.
pub const FOLDER_TWIN: FindingKind =
    error("W014", "folder-twin", Severity::Warning, include_str!("problems/folder_twin.md"));

/// Every kind of finding of the register.
pub const KINDS: &[&FindingKind] = &[&ADDRESS_TAKEN, &ADDRESS_TWIN, &ADDRESS_FOLDER, &NAME_REFUSED, &FOLDER_TWIN];

const fn error(code: &'static str, name: &'static str, severity: Severity, doc: &'static str) -> FindingKind {
    FindingKind { code, name, severity, wcag: &[], act: &[], doc }
}

/// Who may make which file.
#[derive(Debug, Default)]
pub struct Register {
    /// The claimed paths of each job.
    jobs: Vec<Vec<(String, Certain)>>,
    /// The job that may make each path: the first that claimed it, or the one with the right to replace that.
    owners: HashMap<String, usize>,
}

impl Register {
    /// Enters the claims of every job, in the order of the jobs, and returns with the register what is wrong with them.
    pub fn new(jobs: Vec<Vec<Claim>>, sources: &mut Sources) -> (Register, Vec<Diagnostic>) {
        let claims: Vec<(usize, &Claim)> =
            jobs.iter().enumerate().flat_map(|(job, claims)| claims.iter().map(move |claim| (job, claim))).collect();
        let mut found = Findings { sources, found: Vec::new() };
        let mut owners: HashMap<String, usize> = HashMap::with_capacity(claims.len());
        let mut files: HashMap<String, &Claim> = HashMap::with_capacity(claims.len());
        for (job, claim) in &claims {
            let first = files.entry(folded(&claim.path)).or_insert(claim);
            if std::ptr::eq(*first, *claim) {
                owners.insert(claim.path.clone(), *job);
                continue;
            }
            let same = first.path == claim.path;
            match (first.right, claim.right) {
                (Right::Replaces, Right::Yields) if same => {}
                (Right::Yields, Right::Replaces) if same => {
                    *first = claim;
                    owners.insert(claim.path.clone(), *job);
                }
                _ => {
                    owners.entry(claim.path.clone()).or_insert(*job);
                    found.both(first, claim);
                }
            }
        }
        folders(&claims, &files, &mut found);
        names(&claims, &mut found);
        let found = found.found;
        let paths = |claims: Vec<Claim>| claims.into_iter().map(|claim| (claim.path, claim.certain)).collect();
        (Register { jobs: jobs.into_iter().map(paths).collect(), owners }, found)
    }

    /// Returns the number of the job that makes a file.
    pub fn owner(&self, path: &str) -> Option<usize> {
        self.owners.get(path).copied()
    }

    /// Returns every file that is made, or may be, by path.
    pub fn paths(&self) -> Vec<String> {
        let mut paths: Vec<String> = self.owners.keys().cloned().collect();
        paths.sort_unstable();
        paths
    }

    /// Takes out of what a job made the files that another job has the right to make.
    ///
    /// # Errors
    ///
    /// It made a file that it did not claim, or did not make one that it claimed: a mistake of ours.
    pub fn admit(&self, job: usize, made: &mut Made) -> Result<(), RenderError> {
        let claimed = self.jobs.get(job).map_or(&[][..], Vec::as_slice);
        let certain = |claim: &&(String, Certain)| claim.1 == Certain::Yes;
        let certain: HashSet<&str> = claimed.iter().filter(certain).map(|(path, _)| path.as_str()).collect();
        let claimed: HashSet<&str> = claimed.iter().map(|(path, _)| path.as_str()).collect();
        let copies = made.copies.iter().map(|copied| copied.path.as_str());
        let packed = made.packed.iter().map(|packed| packed.path.as_str());
        let names: HashSet<&str> =
            made.files.iter().map(|file| file.path.as_str()).chain(copies).chain(packed).collect();
        if let Some(path) = names.difference(&claimed).min() {
            return Err(RenderError::Unclaimed { path: (*path).to_string() });
        }
        let excused = made.diagnostics.iter().any(|found| found.severity == Severity::Error);
        if let Some(path) = certain.difference(&names).min().filter(|_| !excused) {
            return Err(RenderError::Unmade { path: (*path).to_string() });
        }
        made.files.retain(|file| self.owners.get(&file.path) == Some(&job));
        made.copies.retain(|copied| self.owners.get(&copied.path) == Some(&job));
        made.packed.retain(|packed| self.owners.get(&packed.path) == Some(&job));
        Ok(())
    }
}

/// Findings as they come, and the sources that they stand in.
struct Findings<'a> {
    sources: &'a mut Sources,
    found: Vec<Diagnostic>,
}

impl Findings<'_> {
    /// Adds a finding about two claims, at the one whose author can do more about it.
    fn about(&mut self, kind: &'static FindingKind, (a, b): (&Claim, &Claim), message: String, help: &str) {
        let (here, there) = if a.rank() > b.rank() { (a, b) } else { (b, a) };
        let mut problem = Diagnostic::new(kind, here.span(self.sources), message, help);
        if there.claimant != Claimant::Site {
            problem = problem.with_label(there.span(self.sources), format!("{} is asked for here", there.what));
        }
        self.found.push(problem);
    }

    /// Reports two claims to one file.
    fn both(&mut self, first: &Claim, second: &Claim) {
        let (a, b) = if first.rank() > second.rank() { (first, second) } else { (second, first) };
        if first.path == second.path {
            let message = format!("{} and {} would both be `/{}`", a.what, b.what, a.path);
            self.about(&ADDRESS_TAKEN, (first, second), message, cure(a));
        } else {
            let message = format!(
                "{} would be `/{}` and {} `/{}`, which many computers and hosts take for one file",
                a.what, a.path, b.what, b.path
            );
            let help = "give one of them a name that differs in more than capital letters or the form of an accent";
            self.about(&ADDRESS_TWIN, (first, second), message, help);
        }
    }
}

/// Returns what to do about a claim that another one meets.
fn cure(claim: &Claim) -> &'static str {
    match claim.claimant {
        Claimant::File(_) => "give the file another name",
        Claimant::At(_) | Claimant::Site => "give one of them another name or address, or remove it",
    }
}

/// Reports files where others need a folder, and folders that are written in two ways.
fn folders(claims: &[(usize, &Claim)], files: &HashMap<String, &Claim>, found: &mut Findings<'_>) {
    let mut known: HashMap<&str, &Claim> = HashMap::new();
    let mut written: BTreeMap<String, BTreeMap<&str, &Claim>> = BTreeMap::new();
    for (_, claim) in claims {
        for (at, _) in claim.path.match_indices('/') {
            known.entry(&claim.path[..at]).or_insert(claim);
        }
    }
    let mut all: Vec<(&str, &Claim)> = known.into_iter().collect();
    all.sort_unstable_by_key(|(folder, _)| *folder);
    for (folder, inside) in all {
        let key = folded(folder);
        if let Some(file) = files.get(&key) {
            let message = format!(
                "{} would be the file `/{}`, and {} needs a folder of that name",
                file.what, file.path, inside.what
            );
            found.about(&ADDRESS_FOLDER, (file, inside), message, "give one of them another name or address");
        }
        written.entry(key).or_default().insert(folder, inside);
    }
    for ways in written.into_values().filter(|ways| ways.len() > 1) {
        // Below a folder that is told of, every folder is written in two ways too.
        let names: BTreeSet<&str> = ways.keys().map(|way| way.rsplit('/').next().unwrap_or(way)).collect();
        let mut ways = ways.into_iter();
        let (Some((one, a)), Some((other, b)), true) = (ways.next(), ways.next(), names.len() > 1) else { continue };
        let message = format!("one folder is published as `/{one}/` and as `/{other}/`");
        let help = "write the folder's name in small letters: some computers take both for one, and some hosts do not";
        found.about(&FOLDER_TWIN, (a, b), message, help);
    }
}

/// Reports names that Windows or hosts refuse, each once.
fn names(claims: &[(usize, &Claim)], found: &mut Findings<'_>) {
    let mut judged: HashSet<&str> = HashSet::new();
    for (_, claim) in claims {
        let ends = claim.path.match_indices('/').map(|(at, _)| at).chain([claim.path.len()]);
        for end in ends {
            let whole = &claim.path[..end];
            if !judged.insert(whole) {
                continue;
            }
            let part = whole.rsplit('/').next().unwrap_or(whole);
            if let Some((fault, help)) = fault(part) {
                let shown: String = part.chars().flat_map(char::escape_debug).collect();
                let message = format!("{} would have `{shown}` in its address, {fault}", claim.what);
                let span = claim.span(found.sources);
                found.found.push(Diagnostic::new(&NAME_REFUSED, span, message, help));
            }
        }
    }
}

/// Returns why a name cannot stand on every computer and host, and what to do.
/// Source: Microsoft, Naming Files, Paths, and Namespaces: Naming Conventions.
fn fault(name: &str) -> Option<(String, &'static str)> {
    const PLAIN: &str = "write the name with letters, digits and hyphens";
    const REFUSED: &[char] = &['<', '>', ':', '"', '|', '?', '*', '\\'];
    if let Some(character) = name.chars().find(|c| REFUSED.contains(c)) {
        return Some((format!("and Windows and some hosts refuse `{character}` in names"), PLAIN));
    }
    if name.chars().any(char::is_control) {
        return Some(("with a character that cannot be seen".to_string(), PLAIN));
    }
    if name.ends_with(['.', ' ']) {
        let help = "take the dot or the space at the end of the name away";
        return Some(("and Windows drops the dot or the space at the end".to_string(), help));
    }
    let stem = name.split('.').next().unwrap_or(name).trim_end().to_ascii_lowercase();
    let port = |stem: &str| {
        let number = stem.strip_prefix("com").or_else(|| stem.strip_prefix("lpt"));
        number.is_some_and(|number| matches!(number, "0" | "¹" | "²" | "³") || one_digit(number))
    };
    if matches!(stem.as_str(), "con" | "prn" | "aux" | "nul" | "conin$" | "conout$") || port(&stem) {
        return Some(("which Windows keeps for itself".to_string(), "give it another name, such as one with a year"));
    }
    None
}

fn one_digit(text: &str) -> bool {
    text.len() == 1 && text.bytes().all(|byte| byte.is_ascii_digit())
}

/// Returns a path with small letters and one form of each accent. Two paths that give the same one are one file on many
/// computers.
fn folded(path: &str) -> String {
    if path.is_ascii() {
        return path.to_ascii_lowercase();
    }
    path.nfc().collect::<String>().to_uppercase().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::{Claim, Register, folded};
    use crate::diag::{FileId, Sources, Span};
    use crate::render::{File, Made};

    fn made(path: &str) -> Made {
        Made { files: vec![File { path: path.to_string(), bytes: Vec::new() }], ..Made::default() }
    }

    fn sources() -> Sources {
        let mut sources = Sources::default();
        sources.add("site.toml", "");
        sources.add("content/a.md", "");
        sources
    }

    #[test]
    fn a_file_that_is_meant_to_replace_ours_does_whichever_is_asked_for_first() {
        let ours = vec![Claim::site("robots.txt", "the rules for robots")];
        let theirs = vec![Claim::file("robots.txt", "content/robots.txt").replacing()];
        for (jobs, winner) in [(vec![ours.clone(), theirs.clone()], 1), (vec![theirs.clone(), ours], 0)] {
            let (register, found) = Register::new(jobs, &mut sources());
            assert!(found.is_empty(), "{found:?}");
            for job in [0, 1] {
                let mut made = made("robots.txt");
                register.admit(job, &mut made).expect("claimed");
                assert_eq!(made.files.len(), usize::from(job == winner));
            }
        }
        let page = vec![Claim::at("robots.txt", "the page", Span::whole(FileId(1)))];
        for jobs in [vec![page, theirs.clone()], vec![theirs.clone(), theirs]] {
            assert_eq!(Register::new(jobs, &mut sources()).1.len(), 1);
        }
    }

    #[test]
    fn what_is_made_without_a_claim_or_claimed_and_not_made_is_never_silent() {
        let claims = vec![vec![Claim::site("a.txt", "a"), Claim::site("b.txt", "b")]];
        let (register, _) = Register::new(claims, &mut sources());
        let said = |made: &mut Made| register.admit(0, made).map_err(|error| error.to_string());
        assert!(said(&mut made("c.txt")).is_err_and(|error| error.starts_with("`c.txt` was made without")));
        assert!(said(&mut made("a.txt")).is_err_and(|error| error.starts_with("`b.txt` was asked for and not made")));
        assert!(register.admit(7, &mut made("a.txt")).is_err());
    }

    #[test]
    fn names_are_compared_as_windows_and_macos_do() {
        assert_eq!(folded("a/B.TXT"), "a/b.txt");
        assert_eq!(folded("CAFE\u{301}"), folded("caf\u{e9}"));
        assert_eq!(folded("STRASSE"), folded("stra\u{df}e"));
        assert_ne!(folded("a-1.txt"), folded("a_1.txt"));
    }
}
