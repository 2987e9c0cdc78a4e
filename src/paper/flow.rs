//! Blocks as strips of lines from top to bottom, and the strips on pages. Drawing them: `write`.

use super::typeset::{Line, Style, Typesetter};
use super::{Block, Paper};

/// A4, in points.
pub(super) const PAGE: (f32, f32) = (595.0, 842.0);
/// Around what is printed.
pub(super) const MARGIN: f32 = 56.0;
/// The foot of what is printed: under it stands the footer.
const BOTTOM: f32 = PAGE.1 - MARGIN;
const WIDTH: f32 = PAGE.0 - 2.0 * MARGIN;

pub(super) const BODY: Style = Style { size: 9.5, bold: false };
const LEAD: Style = Style { size: 9.5, bold: true };
const POINT: f32 = 14.0;
const WRITING: f32 = 24.0;

/// Lines that stand beside each other and stay together.
pub(super) struct Strip {
    /// White above it.
    pub(super) before: f32,
    /// Its height, without that.
    pub(super) height: f32,
    /// Each with the leaf of the tree of tags that it belongs to, and where it begins: to the right and down.
    pub(super) lines: Vec<(usize, f32, f32, Line)>,
    /// A thin line under it.
    pub(super) ruled: bool,
    /// Not the last of a page: what it leads into follows.
    leads: bool,
    /// The first of a page.
    turns: bool,
}

/// What a block has become: the numbers of its leaves, in the order of reading.
pub(super) enum Tagged<'a> {
    Heading(u16, &'a str, usize),
    Text(usize),
    /// The sign and the words of each point.
    Points(Vec<(usize, usize)>),
}

/// A paper laid out.
pub(super) struct Flow<'a> {
    pub(super) strips: Vec<Strip>,
    pub(super) tagged: Vec<Tagged<'a>>,
    pub(super) leaves: usize,
    pub(super) type_: Typesetter,
    turns: bool,
}

impl<'a> Flow<'a> {
    pub(super) fn of(paper: &'a Paper) -> Self {
        let mut flow = Self {
            strips: Vec::new(),
            tagged: Vec::new(),
            leaves: 0,
            type_: Typesetter::new(),
            turns: false,
        };
        for block in &paper.blocks {
            flow.add(block);
        }
        flow
    }

    fn add(&mut self, block: &'a Block) {
        match block {
            Block::Heading { level, text } => {
                let (size, before) = if *level == 1 { (16.0, 18.0) } else { (12.0, 14.0) };
                let leaf = self.words(text, Style { size, bold: true }, before, true);
                self.tagged.push(Tagged::Heading(*level, text, leaf));
            }
            Block::Text(text) => {
                let leaf = self.words(text, BODY, 6.0, false);
                self.tagged.push(Tagged::Text(leaf));
            }
            Block::Lead(text) => {
                let leaf = self.words(text, LEAD, 8.0, true);
                self.tagged.push(Tagged::Text(leaf));
            }
            Block::Points(points) => {
                let points = points.iter().map(|text| self.point(text)).collect();
                self.tagged.push(Tagged::Points(points));
            }
            Block::Lines(count) => {
                for _ in 0..*count {
                    self.strip(Strip { height: WRITING, ruled: true, ..Strip::empty(0.0) });
                }
            }
            Block::NewPage => self.turns = true,
        }
    }

    /// A text over the whole width; gives its leaf.
    fn words(&mut self, text: &str, style: Style, before: f32, leads: bool) -> usize {
        let leaf = self.leaf();
        for (at, line) in self.type_.lines(text, style, WIDTH).into_iter().enumerate() {
            let before = if at == 0 { before } else { 0.0 };
            let height = line.height;
            self.strip(Strip { height, lines: vec![(leaf, 0.0, 0.0, line)], leads, ..Strip::empty(before) });
        }
        leaf
    }

    fn point(&mut self, text: &str) -> (usize, usize) {
        let (sign, body) = (self.leaf(), self.leaf());
        let mut signs = self.type_.lines("•", BODY, POINT);
        for (at, line) in self.type_.lines(text, BODY, WIDTH - POINT).into_iter().enumerate() {
            let before = if at == 0 { 3.0 } else { 0.0 };
            let height = line.height;
            let mut lines = vec![(body, POINT, 0.0, line)];
            lines.extend(signs.pop().map(|line| (sign, 0.0, 0.0, line)));
            self.strip(Strip { height, lines, ..Strip::empty(before) });
        }
        (sign, body)
    }

    fn leaf(&mut self) -> usize {
        self.leaves += 1;
        self.leaves - 1
    }

    fn strip(&mut self, strip: Strip) {
        let turns = std::mem::take(&mut self.turns);
        self.strips.push(Strip { turns, ..strip });
    }
}

impl Strip {
    const fn empty(before: f32) -> Self {
        Self { before, height: 0.0, lines: Vec::new(), ruled: false, leads: false, turns: false }
    }
}

/// The strips of each page, with how far down each begins. A line that leads into what follows is not left alone at the
/// foot of a page.
pub(super) fn pages(strips: Vec<Strip>) -> Vec<Vec<(f32, Strip)>> {
    let mut pages: Vec<Vec<(f32, Strip)>> = vec![Vec::new()];
    let mut down = MARGIN;
    let needs: Vec<f32> = needs(&strips);
    for (strip, needs) in strips.into_iter().zip(needs) {
        let Some(page) = pages.last_mut() else { break };
        let full = down + strip.before + needs > BOTTOM;
        let top = if !page.is_empty() && (strip.turns || full) {
            down = MARGIN + strip.height;
            pages.push(vec![(MARGIN, strip)]);
            continue;
        } else if page.is_empty() {
            down
        } else {
            down + strip.before
        };
        down = top + strip.height;
        page.push((top, strip));
    }
    pages
}

/// How much room each strip needs: its own, and that of the first strip that does not lead.
fn needs(strips: &[Strip]) -> Vec<f32> {
    let mut needs: Vec<f32> = Vec::with_capacity(strips.len());
    let mut behind = 0.0;
    for strip in strips.iter().rev() {
        let own = if strip.leads { strip.height + behind } else { strip.height };
        needs.push(own);
        behind = own + strip.before;
    }
    needs.reverse();
    needs
}
