//! Pictures, text boxes and other drawings of Word. Source: ECMA-376, part 1, 20.4 (in running text), 20.2 (pictures); part 4,
//! 14 and 19 (the older form).

use super::super::document::{Block, Inline, Picture, Remark, To};
use super::super::refusal::Refusal;
use super::super::xml::Element;
use super::reader::Reader;
use super::run::chosen;

/// What a drawing says of itself.
#[derive(Clone, Default)]
struct About {
    alt: String,
    decorative: bool,
    link: Option<String>,
}

impl Reader<'_> {
    /// Reads a drawing: its pictures go into the running text, and text boxes stand beside the paragraph.
    ///
    /// # Errors
    ///
    /// A part that it leads to is damaged.
    pub fn drawing(&mut self, element: &Element) -> Result<(), Refusal> {
        let properties = element.elements().find_map(|frame| frame.child("wp:docPr"));
        let about = properties.map(about).unwrap_or_default();
        if &*element.name == "w:object" {
            let program =
                element.find("o:OLEObject").and_then(|object| object.attribute("ProgID")).unwrap_or("another program");
            self.push(Inline::Remark(Remark::lost(format!("a part made with {program}"))));
        }
        self.shapes(element, &about)
    }

    fn shapes(&mut self, parent: &Element, around: &About) -> Result<(), Refusal> {
        for element in parent.elements() {
            match &*element.name {
                "pic:pic" => {
                    let own = element.find("pic:cNvPr").map(about).unwrap_or_default();
                    let about = if around.alt.is_empty() && !around.decorative && around.link.is_none() {
                        &own
                    } else {
                        around
                    };
                    if let Some(blip) = element.find("a:blip") {
                        let id = blip.attribute("r:embed").or_else(|| blip.attribute("r:link"));
                        self.shown(id, about, element.find("a:srcRect").map(cut).unwrap_or_default())?;
                    }
                }
                "v:imagedata" => {
                    let alt = parent.attribute("alt").or_else(|| element.attribute("o:title")).unwrap_or_default();
                    let about = About { alt: described(alt), ..around.clone() };
                    self.shown(element.attribute("r:id"), &about, [0.0; 4])?;
                }
                "w:txbxContent" => {
                    let blocks = self.blocks(element)?;
                    if !blocks.is_empty() {
                        self.beside.push(Block::Boxed(blocks));
                    }
                }
                "c:chart" => self.lost("a chart", around),
                "dgm:relIds" => self.lost("a diagram (SmartArt)", around),
                "v:textpath" => {
                    let words = element.attribute("string").unwrap_or_default();
                    self.push(Inline::Text(words.to_string()));
                }
                "v:rect" | "v:shape" if element.attribute("o:hr").is_some_and(|line| line.starts_with('t')) => {
                    self.beside.push(Block::Rule);
                }
                "mc:AlternateContent" => {
                    if let Some(chosen) = chosen(element) {
                        self.shapes(chosen, around)?;
                    }
                }
                "wp:docPr" => {}
                _ => self.shapes(element, around)?,
            }
        }
        Ok(())
    }

    fn lost(&mut self, what: &str, about: &About) {
        let told = if about.alt.is_empty() { what.to_string() } else { format!("{what}, of: {}", about.alt) };
        self.push(Inline::Remark(Remark::lost(told)));
    }

    /// Adds a picture by the id of what leads to it.
    fn shown(&mut self, id: Option<&str>, about: &About, cut: [f32; 4]) -> Result<(), Refusal> {
        let Some(id) = id.filter(|id| !id.is_empty()) else { return Ok(()) };
        let part = self.part.clone();
        let Some(relation) = self.package.relation(&part, id)? else { return Ok(()) };
        if relation.outside {
            self.lost(&format!("a picture at {}, which was not fetched", relation.target), about);
            return Ok(());
        }
        let ending = relation.target.rsplit('.').next().unwrap_or_default().to_uppercase();
        if matches!(ending.as_str(), "EMF" | "WMF" | "EMZ" | "WMZ" | "TIF" | "TIFF" | "BMP" | "PICT" | "PCX") {
            self.lost(&format!("a picture in the form {ending}, which browsers do not show; save it as PNG"), about);
            return Ok(());
        }
        let Some(file) = self.picture(&relation.target, cut)? else {
            self.lost("a picture that is missing in the document", about);
            return Ok(());
        };
        let picture = Inline::Picture(Picture { file, alt: about.alt.clone(), decorative: about.decorative });
        let link = match about.link.as_deref() {
            Some(link) => self.package.relation(&part, link)?.filter(|link| link.outside),
            None => None,
        };
        self.push(match link {
            Some(link) => Inline::Link(To::Address(link.target), vec![picture]),
            None => picture,
        });
        Ok(())
    }
}

fn about(properties: &Element) -> About {
    let said = ["descr", "title"]
        .iter()
        .find_map(|name| properties.attribute(name).map(described).filter(|alt| !alt.is_empty()));
    let decorative = properties.find("adec:decorative").and_then(|one| one.attribute("val"));
    let link = properties.child("a:hlinkClick").and_then(|link| link.attribute("r:id"));
    About {
        alt: said.unwrap_or_default(),
        decorative: matches!(decorative, Some("1" | "true")),
        link: link.filter(|id| !id.is_empty()).map(str::to_string),
    }
}

/// Returns what a picture shows as a person wrote it. Names of files are not that, and what a program guessed is to be looked at.
fn described(alt: &str) -> String {
    let alt = alt.split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = alt.to_lowercase();
    let is_file = !alt.contains(' ')
        && [".jpg", ".jpeg", ".png", ".gif", ".emf", ".wmf", ".bmp", ".tif"].iter().any(|e| lower.ends_with(e));
    let is_number = ["picture", "image", "graphic", "shape", "figure"]
        .iter()
        .any(|word| lower.strip_prefix(word).is_some_and(|rest| rest.trim().chars().all(|c| c.is_ascii_digit())));
    if is_file || is_number {
        return String::new();
    }
    let guessed = ["description automatically generated", "description generated with"];
    match guessed.iter().find_map(|mark| lower.find(mark)) {
        Some(at) => {
            let guess = alt.get(..at).unwrap_or_default().trim().trim_end_matches(['.', ',']);
            format!("[[what the picture shows; a program guessed: {guess}]]")
        }
        None => alt,
    }
}

/// Returns what is cut off a picture at the left, top, right and bottom. Source: ECMA-376, part 1, 20.1.8.55: thousandths of a per
/// cent.
fn cut(rectangle: &Element) -> [f32; 4] {
    ["l", "t", "r", "b"].map(|side| {
        let part = rectangle.attribute(side).unwrap_or("0");
        let part: f32 = part.trim_end_matches('%').parse().unwrap_or(0.0);
        let whole = if rectangle.attribute(side).is_some_and(|part| part.ends_with('%')) { 100.0 } else { 100_000.0 };
        (part / whole).clamp(0.0, 0.99)
    })
}
