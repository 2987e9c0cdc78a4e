//! Words as lines of glyphs of a given width. The fonts travel in the program: a server has none.

use std::borrow::Cow;
use std::sync::{Arc, OnceLock};

use krilla::text::{Font, GlyphId, KrillaGlyph};
use parley::fontique::{Blob, Collection, CollectionOptions};
use parley::style::{FontFamily, FontFamilyName, FontWeight, LineHeight, StyleProperty};
use parley::{FontContext, Layout, LayoutContext};

/// How words are set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Style {
    /// Height of the letters in points.
    pub(super) size: f32,
    pub(super) bold: bool,
}

/// A line of glyphs.
pub(super) struct Line {
    /// From its top to the next line's, in points.
    pub(super) height: f32,
    /// From its top to the foot of its letters, in points.
    pub(super) baseline: f32,
    /// The whole text that it is a part of: glyphs name their places in it.
    pub(super) text: Arc<str>,
    pub(super) runs: Vec<Run>,
}

/// Glyphs of one font next to each other.
pub(super) struct Run {
    pub(super) font: Font,
    pub(super) size: f32,
    /// From the left of the line, in points.
    pub(super) x: f32,
    pub(super) glyphs: Vec<KrillaGlyph>,
}

/// Regular and bold, each for setting and for writing.
type Fonts = [(Blob<u8>, Font); 2];

/// The fonts: both or none.
fn fonts() -> Option<&'static Fonts> {
    static FONTS: OnceLock<Option<Fonts>> = OnceLock::new();
    let load =
        |bytes: &'static [u8]| Some((Blob::new(Arc::new(bytes)), Font::new(bytes.to_vec().into(), 0)?));
    FONTS.get_or_init(|| Some([load(dejavu::sans::regular())?, load(dejavu::sans::bold())?])).as_ref()
}

/// Sets words in lines.
pub(super) struct Typesetter {
    fonts: FontContext,
    layouts: LayoutContext<()>,
}

impl Typesetter {
    pub(super) fn new() -> Self {
        let options = CollectionOptions { shared: false, system_fonts: false };
        let mut collection = Collection::new(options);
        for (blob, _) in fonts().into_iter().flatten() {
            collection.register_fonts(blob.clone(), None);
        }
        let fonts = FontContext { collection, ..FontContext::default() };
        Self { fonts, layouts: LayoutContext::new() }
    }

    /// The lines of a text, at most `width` points wide.
    pub(super) fn lines(&mut self, text: &str, style: Style, width: f32) -> Vec<Line> {
        let text: Arc<str> = text.into();
        let mut builder = self.layouts.ranged_builder(&mut self.fonts, &text, 1.0, false);
        builder.push_default(StyleProperty::FontFamily(FontFamily::Single(FontFamilyName::Named(
            Cow::Borrowed("DejaVu Sans"),
        ))));
        builder.push_default(StyleProperty::FontSize(style.size));
        builder.push_default(StyleProperty::LineHeight(LineHeight::FontSizeRelative(1.4)));
        if style.bold {
            builder.push_default(StyleProperty::FontWeight(FontWeight::BOLD));
        }
        let mut layout: Layout<()> = builder.build(&text);
        layout.break_all_lines(Some(width));
        let mut lines = Vec::new();
        for line in layout.lines() {
            let metrics = line.metrics();
            let (height, baseline) = (metrics.line_height, metrics.baseline - metrics.block_min_coord);
            let mut x = 0.0;
            let runs = line.runs().filter_map(|run| read(&run, &mut x)).collect();
            lines.push(Line { height, baseline, text: Arc::clone(&text), runs });
        }
        lines
    }
}

/// A run of the layout with its glyphs; `x` moves past it.
fn read(run: &parley::layout::Run<'_, ()>, x: &mut f32) -> Option<Run> {
    let id = run.font().data.id();
    let (_, font) = fonts()?.iter().find(|(blob, _)| blob.id() == id)?;
    let (begin, size) = (*x, run.font_size());
    let mut glyphs: Vec<KrillaGlyph> = Vec::new();
    for cluster in run.visual_clusters() {
        if let Some(last) = glyphs.last_mut().filter(|_| cluster.is_ligature_continuation()) {
            last.text_range.end = cluster.text_range().end;
            continue;
        }
        for glyph in cluster.glyphs() {
            let (advance, dx, dy) = (glyph.advance / size, glyph.x / size, glyph.y / size);
            let id = GlyphId::new(glyph.id);
            glyphs.push(KrillaGlyph::new(id, advance, dx, dy, 0.0, cluster.text_range(), None));
            *x += glyph.advance;
        }
    }
    (!glyphs.is_empty()).then(|| Run { font: font.clone(), size, x: begin, glyphs })
}
