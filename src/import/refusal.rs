//! Why a file is not read: one plain sentence, with what to do instead.

/// Why a file cannot be brought over.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refusal {
    /// It is a PDF.
    #[error(
        "it is a PDF, which holds where each letter stands and not what is a heading, a list or a table; ask whoever made it \
         for the Word or OpenDocument file that it was made from"
    )]
    Pdf,
    /// It is in the form that Word had before 2007, or has a password.
    #[error(
        "it is in the form that Word used before 2007, or has a password; open it in Word or LibreOffice, remove the password, \
         and save it as .docx"
    )]
    Compound,
    /// It is in the form RTF.
    #[error("it is in the form RTF; open it in Word or LibreOffice and save it as .docx")]
    Rtf,
    /// It is another file of Office.
    #[error(
        "it is {0}, not a text document; copy what you need into a Word document, or offer the file itself with `:::download`"
    )]
    OtherOffice(&'static str),
    /// It is not a document that is known.
    #[error("it is not a Word document (.docx), an OpenDocument text (.odt) or a web page (.html)")]
    Unknown,
    /// It is empty.
    #[error("it is empty")]
    Empty,
    /// It is larger than a document may be.
    #[error(
        "it has more than 50 MB; make its pictures smaller (in Word: Picture Format, Compress Pictures) and save it again"
    )]
    TooLarge,
    /// It unfolds to far more than it should.
    #[error("it unfolds to more than a document can hold, so it is damaged or was made to do harm")]
    Unfolds,
    /// It cannot be unpacked.
    #[error("it is damaged: {0}; open it in Word or LibreOffice, save it again, and try once more")]
    Damaged(String),
    /// Its XML declares entities or a type.
    #[error("its XML declares entities, which no office program writes; it may have been made to do harm")]
    Entities,
    /// Its parts stand too deep inside one another.
    #[error("its parts stand more than {0} deep inside one another, which no office program writes")]
    Deep(usize),
    /// There is nothing in it.
    #[error("it holds no words and no pictures")]
    Nothing,
}
