//! A paper laid out, as the bytes of a PDF: drawn page by page, each line under its tag.

use std::num::NonZeroU16;

use krilla::color::luma;
use krilla::configure::{Accessibility, Configuration, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::tagging::{
    Artifact, ArtifactType, ContentTag, Identifier, ListNumbering, Node, Tag, TagGroup, TagTree,
};
use krilla::{Document, SerializeSettings};

use super::Paper;
use super::flow::{BODY, Flow, MARGIN, PAGE, Strip, Tagged, pages};
use super::typeset::{Line, Style, Typesetter};
use crate::ground::{Error, Result};

/// The paper as a PDF. Where its words hold a sign that the fonts do not have, an emoji for instance, the sign is an empty
/// box and the file no longer says that it is PDF/UA; nobody is kept from a paper by a sign.
///
/// # Errors
/// Only where the writer of PDF fails.
pub fn pdf(paper: &Paper) -> Result<Vec<u8>> {
    let accessible = ConfigurationBuilder::new().with_accessibility_validator(Accessibility::UA1).finish();
    let accessible = accessible.map_err(|cause| Error::internal(format!("{cause:?}")))?;
    write(paper, accessible)
        .or_else(|_with_a_box| write(paper, Configuration::default()))
        .map_err(|cause| Error::internal(format!("{cause:?}")))
}

fn write(paper: &Paper, configuration: Configuration) -> krilla::error::KrillaResult<Vec<u8>> {
    let settings = SerializeSettings { configuration, enable_tagging: true, ..SerializeSettings::default() };
    let mut document = Document::new_with(settings);
    document.set_metadata(Metadata::new().title(paper.title.clone()).language(paper.language.clone()));
    let mut flow = Flow::of(paper);
    let mut ids: Vec<Vec<Identifier>> = vec![Vec::new(); flow.leaves];
    let mut tops = vec![(0, 0.0); flow.leaves];
    let pages = pages(std::mem::take(&mut flow.strips));
    let count = pages.len();
    for (at, strips) in pages.into_iter().enumerate() {
        let Some(settings) = PageSettings::from_wh(PAGE.0, PAGE.1) else { continue };
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        surface.set_fill(Some(Fill { paint: luma::Color::black().into(), ..Fill::default() }));
        for (top, strip) in strips {
            draw(&mut surface, top, strip, &mut |leaf, id, y| {
                if let Some((ids, first)) = ids.get_mut(leaf).zip(tops.get_mut(leaf)) {
                    if ids.is_empty() {
                        *first = (at, y);
                    }
                    ids.push(id);
                }
            });
        }
        foot(&mut surface, &mut flow.type_, &format!("{} – {}/{count}", paper.footer, at + 1));
        surface.finish();
        page.finish();
    }
    document.set_outline(outline(&flow, &tops));
    document.set_tag_tree(tree(&flow, ids));
    document.finish()
}

/// Draws a strip; `tagged` hears of each line by its leaf.
fn draw(surface: &mut Surface<'_>, top: f32, strip: Strip, tagged: &mut dyn FnMut(usize, Identifier, f32)) {
    let foot = top + strip.height;
    for (leaf, x, y, line) in strip.lines {
        let id = surface.start_tagged(ContentTag::Other);
        put(surface, (MARGIN + x, top + y), &line);
        surface.end_tagged();
        tagged(leaf, id, top + y);
    }
    if strip.ruled {
        let mut path = PathBuilder::new();
        path.move_to(MARGIN, foot);
        path.line_to(PAGE.0 - MARGIN, foot);
        let grey = luma::Color::new(170);
        let stroke = Stroke { paint: grey.into(), width: 0.5, ..Stroke::default() };
        surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Layout)));
        surface.set_stroke(Some(stroke));
        if let Some(path) = path.finish() {
            surface.draw_path(&path);
        }
        surface.set_stroke(None);
        surface.end_tagged();
    }
}

fn put(surface: &mut Surface<'_>, (x, y): (f32, f32), line: &Line) {
    for run in &line.runs {
        let start = Point::from_xy(x + run.x, y + line.baseline);
        surface.draw_glyphs(start, &run.glyphs, run.font.clone(), &line.text, run.size, false);
    }
}

/// What stands at the foot of a page is no part of what is read.
fn foot(surface: &mut Surface<'_>, type_: &mut Typesetter, words: &str) {
    let style = Style { size: 8.0, ..BODY };
    surface.start_tagged(ContentTag::Artifact(Artifact::with_kind(ArtifactType::Footer)));
    if let Some(line) = type_.lines(words, style, PAGE.0 - 2.0 * MARGIN).first() {
        put(surface, (MARGIN, PAGE.1 - MARGIN * 0.7), line);
    }
    surface.end_tagged();
}

fn outline(flow: &Flow<'_>, tops: &[(usize, f32)]) -> Outline {
    let mut outline = Outline::new();
    for block in &flow.tagged {
        if let Tagged::Heading(_, text, leaf) = block
            && let Some((page, y)) = tops.get(*leaf)
        {
            let place = XyzDestination::new(*page, Point::from_xy(0.0, *y));
            outline.push_child(OutlineNode::new((*text).to_owned(), place));
        }
    }
    outline
}

fn tree(flow: &Flow<'_>, ids: Vec<Vec<Identifier>>) -> TagTree {
    let mut ids: Vec<Vec<Node>> =
        ids.into_iter().map(|some| some.into_iter().map(Node::from).collect()).collect();
    let mut take = |leaf: usize| ids.get_mut(leaf).map(std::mem::take).unwrap_or_default();
    let mut tree = TagTree::new();
    for block in &flow.tagged {
        let group = match block {
            Tagged::Heading(level, text, leaf) => {
                let level = NonZeroU16::new(*level).unwrap_or(NonZeroU16::MIN);
                TagGroup::with_children(Tag::Hn(level, Some((*text).to_owned())), take(*leaf))
            }
            Tagged::Text(leaf) => TagGroup::with_children(Tag::P, take(*leaf)),
            Tagged::Points(points) => {
                let mut list = TagGroup::new(Tag::L(ListNumbering::Disc));
                for (sign, body) in points {
                    let sign = TagGroup::with_children(Tag::Lbl, take(*sign));
                    let body = TagGroup::with_children(Tag::LBody, take(*body));
                    list.push(TagGroup::with_children(Tag::LI, vec![sign.into(), body.into()]));
                }
                list
            }
        };
        tree.push(group);
    }
    tree
}
