//! Blocks as HTML: text, lists, tables, callouts. What figures, contacts, files and films are is in files of their own.

use std::fmt::Write as _;

use super::contact::unbroken;
use super::escape;
use super::html::{Tables, Writer};
use super::words;
use crate::model::{
    Address, Align, Block, Boxed, Callout, CalloutKind, Definitions, Figure, Heading, Inline, List, Quote, Row,
    Statistic, Steps, Table, chart,
};
use crate::render::prose;

/// The width of the longest bar of a chart, in percent of its column: its number stands beside it.
const LONGEST_BAR: f32 = 72.0;

impl<'a> Writer<'a> {
    /// Writes blocks one under the other.
    pub fn blocks(&mut self, blocks: &'a [Block]) {
        let mut at = 0;
        while at < blocks.len() {
            let run: Vec<&Statistic> = blocks[at..].iter().map_while(figure_of).collect();
            if run.is_empty() {
                let block = &blocks[at];
                self.traced(block.span(), |writer| writer.block(block));
                at += 1;
            } else {
                self.statistics(&run);
                at += run.len();
            }
        }
    }

    fn block(&mut self, block: &'a Block) {
        match block {
            Block::Heading(heading) => self.heading(heading),
            Block::Paragraph(paragraph) => {
                self.push("<p>");
                self.inlines(&paragraph.content);
                self.push("</p>\n");
            }
            Block::List(list) => self.list(list),
            Block::Definitions(definitions) => self.definitions(definitions, ""),
            Block::KeyFacts(definitions) => self.definitions(definitions, "facts"),
            Block::Timeline(definitions) => self.definitions(definitions, "timeline"),
            Block::Form(form) => self.form(form),
            Block::Quote(quote) => self.quote(quote),
            Block::Table(table) => self.table(table),
            Block::Figure(figure) => self.figure(figure),
            Block::Code(code) => {
                self.push("<pre tabindex=\"0\"><code>");
                self.text(&code.text);
                self.push("</code></pre>\n");
            }
            Block::Break(_) => self.push("<hr>\n"),
            Block::Callout(callout) => self.callout(callout),
            Block::Statistic(statistic) => self.statistics(&[statistic]),
            Block::Steps(steps) => self.steps(steps),
            Block::Action(action) => self.action(action),
            Block::Details(details) => {
                self.push("<details><summary>");
                let title = self.unlinked(&details.title);
                self.push(&title);
                self.push("</summary>\n");
                self.blocks(&details.blocks);
                self.push("</details>\n");
            }
            Block::Address(address) => self.address_lines(address),
            Block::Contact(block) => {
                if let Some(contact) = &block.contact {
                    self.contact(contact);
                }
            }
            Block::Film(film) => self.film(film),
            Block::Video(video) => self.video(video),
            Block::Download(download) => self.download(download),
            Block::Formats(_) => self.formats(),
            Block::Row(row) => self.row(row),
            Block::Language(foreign) => {
                let (lang, direction) = (&foreign.lang, foreign.lang.direction().name());
                // Writing to a string cannot fail.
                _ = writeln!(self.out, "<div class=\"passage\" lang=\"{lang}\" dir=\"{direction}\">");
                self.in_language(lang, |writer| writer.blocks(&foreign.blocks));
                self.push("</div>\n");
            }
            Block::Included(included) => self.blocks(&included.blocks),
            Block::RawHtml(text) => {
                self.push("<p>");
                self.text(&text.text);
                self.push("</p>\n");
            }
        }
    }

    fn heading(&mut self, heading: &'a Heading) {
        // The page's title is the only heading of level 1.
        let level = heading.level.clamp(2, 6);
        let id = self.unique_id(&heading.id);
        // Writing to a string cannot fail.
        _ = write!(self.out, "<h{level} id=\"{}\">", escape::escaped(&id));
        self.inlines(&heading.content);
        _ = writeln!(self.out, "</h{level}>");
        if level == 2 {
            let html = self.unlinked(&heading.content);
            self.entry(&id, html);
        }
    }

    fn list(&mut self, list: &'a List) {
        if list.items.iter().any(|item| item.task.is_some()) {
            self.tasks(list);
            return;
        }
        match list.start {
            None => self.push("<ul>\n"),
            Some(1) => self.push("<ol>\n"),
            // Writing to a string cannot fail.
            Some(start) => _ = writeln!(self.out, "<ol start=\"{start}\">"),
        }
        for item in &list.items {
            self.push("<li>");
            self.tight(&item.blocks);
            self.push("</li>\n");
        }
        self.push(if list.start.is_some() { "</ol>\n" } else { "</ul>\n" });
    }

    fn tasks(&mut self, list: &'a List) {
        self.push("<ul class=\"tasks\">\n");
        for item in &list.items {
            let words = match item.task {
                Some(true) => {
                    self.push("<li class=\"done\">");
                    Some(self.said(&self.words.web.done))
                }
                Some(false) => {
                    self.push("<li>");
                    Some(self.said(&self.words.web.to_do))
                }
                None => {
                    self.push("<li>");
                    None
                }
            };
            if let Some(words) = words {
                let mark = &self.mark;
                // Writing to a string cannot fail.
                _ = write!(self.out, "<span class=\"box\"><span class=\"hidden\"{mark}>{words} </span></span> ");
            }
            self.tight(&item.blocks);
            self.push("</li>\n");
        }
        self.push("</ul>\n");
    }

    /// Writes what an item of a list holds. One paragraph, alone or with lists below it, is written without a `<p>`.
    pub(super) fn tight(&mut self, blocks: &'a [Block]) {
        match blocks {
            [Block::Paragraph(first), rest @ ..] if rest.iter().all(|block| matches!(block, Block::List(_))) => {
                self.inlines(&first.content);
                if !rest.is_empty() {
                    self.push("\n");
                }
                self.blocks(rest);
            }
            _ => self.blocks(blocks),
        }
    }

    fn definitions(&mut self, definitions: &'a Definitions, class: &str) {
        if class.is_empty() {
            self.push("<dl>\n");
        } else {
            // Writing to a string cannot fail.
            _ = writeln!(self.out, "<dl class=\"{class}\">");
        }
        for entry in &definitions.entries {
            self.push(if class.is_empty() { "<dt>" } else { "<div><dt>" });
            self.inlines(&entry.term);
            self.push("</dt>");
            for meaning in &entry.meanings {
                self.push("<dd>");
                self.tight(meaning);
                self.push("</dd>");
            }
            self.push(if class.is_empty() { "\n" } else { "</div>\n" });
        }
        self.push("</dl>\n");
    }

    /// Writes what a slip asks. It is filled in on paper: nobody's answers go through a website.
    fn form(&mut self, form: &'a Definitions) {
        self.push("<div class=\"slip\">\n<p>");
        let said = self.said(&self.words.web.form_on_paper);
        self.push(&said);
        self.push("</p>\n");
        self.definitions(form, "");
        self.push("</div>\n");
    }

    fn quote(&mut self, quote: &'a Quote) {
        if quote.attribution.is_empty() {
            self.push("<blockquote>\n");
            self.blocks(&quote.blocks);
            self.push("</blockquote>\n");
            return;
        }
        self.push("<figure class=\"quote\">\n<blockquote>");
        self.blocks(&quote.blocks);
        self.push("</blockquote>\n<figcaption>");
        self.inlines(&quote.attribution);
        self.push("</figcaption>\n</figure>\n");
    }

    /// Writes a table, with what lets a wide one be scrolled around it.
    fn table(&mut self, table: &'a Table) {
        self.push("<section class=\"scroll\" ");
        let class = if table.bars { " class=\"bars\"" } else { "" };
        let shares = if table.bars { chart::shares(table) } else { Vec::new() };
        // Writing to a string cannot fail.
        if table.caption.is_empty() {
            self.tables.unnamed += 1;
            let Tables { name, unnamed: number, .. } = self.tables;
            let number = if number > 1 { format!(" {number}") } else { String::new() };
            _ = write!(self.out, "aria-label=\"{}{number}\" tabindex=\"0\">\n<table{class}>\n", escape::escaped(name));
        } else {
            self.tables.named += 1;
            let number = self.tables.named;
            _ = write!(self.out, "aria-labelledby=\"table-{number}\" tabindex=\"0\">\n<table{class}>\n");
            _ = write!(self.out, "<caption id=\"table-{number}\">");
            self.inlines(&table.caption);
            self.push("</caption>\n");
        }
        self.groups(table);
        if table.header.iter().any(|cell| !cell.is_empty()) {
            self.push(if table.groups.is_empty() { "<thead><tr>" } else { "<tr>" });
            for (at, cell) in table.header.iter().enumerate() {
                // An empty heading heads nothing.
                let tag = if cell.is_empty() { "td" } else { "th scope=\"col\"" };
                self.cell(tag, cell, table.columns.get(at));
            }
            self.push("</tr></thead>\n");
        } else if !table.groups.is_empty() {
            self.push("</thead>\n");
        }
        self.push("<tbody>\n");
        for (number, row) in table.rows.iter().enumerate() {
            self.push("<tr>");
            match (shares.get(number), row.as_slice()) {
                (Some(share), [label, value]) => self.bar(label, *share, value),
                _ => row.iter().enumerate().for_each(|(at, cell)| self.cell("td", cell, table.columns.get(at))),
            }
            self.push("</tr>\n");
        }
        self.push("</tbody></table>\n</section>\n");
    }

    /// Begins the head of a table with its headings over several columns, where it has any.
    fn groups(&mut self, table: &'a Table) {
        if table.groups.is_empty() {
            return;
        }
        for group in &table.groups {
            // Writing to a string cannot fail.
            _ = write!(self.out, "<colgroup span=\"{}\"></colgroup>", group.columns);
        }
        self.push("\n<thead><tr>");
        for group in &table.groups {
            let tag = if group.heading.is_empty() { "td" } else { "th" };
            _ = write!(self.out, "<{tag}");
            if !group.heading.is_empty() {
                self.push(if group.columns > 1 { " scope=\"colgroup\"" } else { " scope=\"col\"" });
            }
            if group.columns > 1 {
                _ = write!(self.out, " colspan=\"{}\"", group.columns);
            }
            self.push(">");
            self.inlines(&group.heading);
            _ = write!(self.out, "</{tag}>");
        }
        self.push("</tr>\n");
    }

    /// Writes what is counted, and its number beside a bar. The bar says nothing that the number does not.
    fn bar(&mut self, label: &'a [Inline], share: f32, value: &'a [Inline]) {
        self.cell("th scope=\"row\"", label, None);
        self.push("<td>");
        if share > 0.0 {
            let wide = share * LONGEST_BAR;
            // Writing to a string cannot fail.
            _ = write!(self.out, "<svg width=\"{wide:.1}%\" height=\"16\" aria-hidden=\"true\" focusable=\"false\">");
            self.push("<rect width=\"100%\" height=\"100%\"/></svg> ");
        }
        self.inlines(value);
        self.push("</td>");
    }

    fn cell(&mut self, tag: &str, content: &'a [Inline], align: Option<&Align>) {
        let class = match align {
            Some(Align::End) => " class=\"end-align\"",
            Some(Align::Centre | Align::Start) | None => "",
        };
        // Writing to a string cannot fail.
        _ = write!(self.out, "<{tag}{class}>");
        self.inlines(content);
        _ = write!(self.out, "</{}>", &tag[..2]);
    }

    fn figure(&mut self, figure: &'a Figure) {
        if figure.caption.is_empty() {
            self.push("<p>");
            self.image(&figure.image);
            self.push("</p>\n");
            return;
        }
        self.push("<figure>");
        self.image(&figure.image);
        self.push("<figcaption>");
        self.inlines(&figure.caption);
        self.push("</figcaption></figure>\n");
    }

    fn callout(&mut self, callout: &'a Callout) {
        let class = match callout.kind {
            CalloutKind::Information => "information",
            CalloutKind::Warning => "warning",
            CalloutKind::Important => "important",
            CalloutKind::Example => "example",
        };
        let label = prose::callout(callout.kind, self.words);
        let (label, mark) = (escape::escaped(label), words::mark(label.lang.tag(), self.lang.tag()));
        // Writing to a string cannot fail.
        _ = write!(
            self.out,
            "<div class=\"callout callout-{class}\" role=\"note\">\n\
             <p class=\"callout-head\"><span class=\"label\"{mark}>{label}</span>"
        );
        if !callout.title.is_empty() {
            self.push(" <strong>");
            self.inlines(&callout.title);
            self.push("</strong>");
        }
        self.push("</p>\n");
        self.blocks(&callout.blocks);
        self.push("</div>\n");
    }

    fn steps(&mut self, steps: &'a Steps) {
        self.push("<ol class=\"steps\">\n");
        for step in &steps.steps {
            self.push("<li>");
            if !step.title.is_empty() {
                self.push("<p>");
                self.inlines(&step.title);
                self.push("</p>\n");
            }
            self.blocks(&step.blocks);
            self.push("</li>\n");
        }
        self.push("</ol>\n");
    }

    /// Writes a call to action; a paragraph that is only a link becomes its button.
    fn action(&mut self, action: &'a Boxed) {
        const BUTTON: &str = " class=\"button\"";
        self.push("<div class=\"action\">\n");
        if !action.title.is_empty() {
            self.push("<p class=\"action-title\">");
            self.inlines(&action.title);
            self.push("</p>\n");
        }
        for block in &action.blocks {
            let Block::Paragraph(paragraph) = block else {
                self.traced(block.span(), |writer| writer.block(block));
                continue;
            };
            self.push("<p>");
            match paragraph.content.as_slice() {
                [Inline::Link(link)] => self.traced(link.span, |writer| writer.link(link, BUTTON)),
                [Inline::Contact(contact)] => self.contact_detail(contact, BUTTON),
                words => self.inlines(words),
            }
            self.push("</p>\n");
        }
        self.push("</div>\n");
    }

    fn address_lines(&mut self, address: &'a Address) {
        self.push("<address class=\"address\">");
        for (at, line) in address.lines.iter().enumerate() {
            if at > 0 {
                self.push("<br>");
            }
            match line.as_slice() {
                [Inline::Text(text)] if at + 1 == address.lines.len() => {
                    let line = unbroken(&text.text);
                    self.push(&line);
                }
                line => self.inlines(line),
            }
        }
        self.push("</address>\n");
    }

    fn row(&mut self, row: &'a Row) {
        self.push("<div class=\"row\">");
        if let Some(image) = &row.image {
            self.image(image);
        }
        self.push("<div class=\"words\">\n");
        self.blocks(&row.blocks);
        self.push("</div></div>\n");
    }
}

/// Returns the figure, where a block is one, or is an include that brings in one figure and nothing else.
fn figure_of(block: &Block) -> Option<&Statistic> {
    if let Block::Included(included) = block
        && let [only] = included.blocks.as_slice()
    {
        return figure_of(only);
    }
    if let Block::Statistic(statistic) = block { Some(statistic) } else { None }
}
