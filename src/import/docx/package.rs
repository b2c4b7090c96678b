//! The parts of a Word document and what leads from one to another. Source: ECMA-376, part 2, 6 and part 1, 15.

use std::collections::BTreeMap;

use super::super::archive::Archive;
use super::super::refusal::Refusal;
use super::super::xml::{self, Element};

/// The parts of a document.
pub struct Package<'a> {
    archive: Archive<'a>,
    /// The name of the part with the text.
    pub main: String,
    relations: BTreeMap<String, BTreeMap<String, Relation>>,
}

/// What leads from a part to another part, or out of the document.
#[derive(Clone, Debug)]
pub struct Relation {
    /// The name of the part, or an address.
    pub target: String,
    /// The last word of its type, such as `hyperlink`.
    pub sort: String,
    /// Whether it leads out of the document.
    pub outside: bool,
}

impl<'a> Package<'a> {
    /// Opens a document.
    ///
    /// # Errors
    ///
    /// It is damaged, or there is no text in it.
    pub fn open(bytes: &'a [u8]) -> Result<Package<'a>, Refusal> {
        let archive = Archive::open(bytes)?;
        let mut package = Package { archive, main: String::new(), relations: BTreeMap::new() };
        let main = package.of_sort("", "officeDocument")?.into_iter().next();
        package.main = main.filter(|name| package.archive.has(name)).unwrap_or_else(|| "word/document.xml".to_string());
        Ok(package)
    }

    /// Returns a part's outermost element; nothing where there is no such part.
    ///
    /// # Errors
    ///
    /// It is damaged.
    pub fn xml(&mut self, name: &str) -> Result<Option<Element>, Refusal> {
        self.archive.read(name)?.map(|bytes| xml::parse(&bytes)).transpose()
    }

    /// Returns a part's bytes; nothing where there is no such part.
    ///
    /// # Errors
    ///
    /// It is damaged.
    pub fn bytes(&mut self, name: &str) -> Result<Option<Vec<u8>>, Refusal> {
        self.archive.read(name)
    }

    /// Returns the names of the parts that a part leads to, of one sort.
    ///
    /// # Errors
    ///
    /// What leads from it is damaged.
    pub fn of_sort(&mut self, part: &str, sort: &str) -> Result<Vec<String>, Refusal> {
        let found = self.relations(part)?.values().filter(|one| one.sort == sort && !one.outside);
        Ok(found.map(|one| one.target.clone()).collect())
    }

    /// Returns what leads from a part, by its id.
    ///
    /// # Errors
    ///
    /// What leads from it is damaged.
    pub fn relation(&mut self, part: &str, id: &str) -> Result<Option<Relation>, Refusal> {
        Ok(self.relations(part)?.get(id).cloned())
    }

    fn relations(&mut self, part: &str) -> Result<&BTreeMap<String, Relation>, Refusal> {
        if !self.relations.contains_key(part) {
            let (folder, file) = part.rsplit_once('/').unwrap_or(("", part));
            let name =
                if folder.is_empty() { format!("_rels/{file}.rels") } else { format!("{folder}/_rels/{file}.rels") };
            let mut found = BTreeMap::new();
            for relation in self.xml(&name)?.iter().flat_map(Element::elements) {
                let value = |key: &str| relation.attribute(key).unwrap_or_default();
                let outside = value("TargetMode") == "External";
                let target = if outside { value("Target").to_string() } else { joined(folder, value("Target")) };
                let sort = value("Type").rsplit('/').next().unwrap_or_default().to_string();
                found.insert(value("Id").to_string(), Relation { target, sort, outside });
            }
            self.relations.insert(part.to_string(), found);
        }
        Ok(self.relations.entry(part.to_string()).or_default())
    }
}

/// Returns the name of a part that another names from its folder.
fn joined(folder: &str, target: &str) -> String {
    let (start, target) = match target.strip_prefix('/') {
        Some(target) => ("", target),
        None => (folder, target),
    };
    let mut steps: Vec<&str> = start.split('/').filter(|step| !step.is_empty()).collect();
    for step in target.split('/') {
        match step {
            "" | "." => {}
            ".." => _ = steps.pop(),
            step => steps.push(step),
        }
    }
    steps.join("/")
}
