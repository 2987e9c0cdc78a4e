//! A paper with all that it can hold: what comes out, and where it breaks.

use super::{Block, Paper, pdf};

fn paper(blocks: Vec<Block>) -> Paper {
    let (title, footer) = ("Gespreksblad".to_owned(), "De Wilgen, 21 november 2026".to_owned());
    Paper { title, language: "nl".to_owned(), footer, blocks }
}

fn heading(text: &str) -> Block {
    Block::Heading { level: 1, text: text.to_owned() }
}

fn texts(all: &[&str]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

/// How often a word of the PDF language stands in the file; pages and the structure are not compressed.
fn count(bytes: &[u8], word: &str) -> usize {
    bytes.windows(word.len()).filter(|window| *window == word.as_bytes()).count()
}

/// How many pages a file has.
pub fn pages(bytes: &[u8]) -> usize {
    count(bytes, "/Type/Page") + count(bytes, "/Type /Page")
        - count(bytes, "/Type/Pages")
        - count(bytes, "/Type /Pages")
}

#[test]
fn a_sheet_of_everything_is_one_page_and_accessible() {
    let all = vec![
        heading("Şahin van 't Hoff"),
        Block::Text("Een regel.\nNog een regel, die zo lang is dat hij op het blad niet meer op een enkele regel past, en dus verder gaat op de volgende.".to_owned()),
        Block::Lead("Wat goed gaat".to_owned()),
        Block::Points(texts(&["Samen spelen", "Zelf beginnen"])),
        Block::Lines(3),
    ];
    let bytes = pdf(&paper(all)).unwrap();
    assert!(bytes.starts_with(b"%PDF-"));
    assert_eq!(pages(&bytes), 1);
    assert_eq!(count(&bytes, "pdfuaid:part"), 2, "it says that it is PDF/UA: an opening and a closing tag");
    for tag in ["/H1", "/P", "/L", "/LI"] {
        assert!(count(&bytes, &format!("/S{tag}")) + count(&bytes, &format!("/S {tag}")) > 0, "{tag}");
    }
}

#[test]
fn a_long_paper_goes_on_and_a_new_page_begins_where_it_is_asked_for() {
    let long = "Woorden ".repeat(1500);
    assert!(pages(&pdf(&paper(vec![heading("Lang"), Block::Text(long)])).unwrap()) > 1);
    let three = vec![heading("Een"), Block::NewPage, heading("Twee"), Block::NewPage, heading("Drie")];
    assert_eq!(pages(&pdf(&paper(three)).unwrap()), 3);
    assert_eq!(pages(&pdf(&paper(vec![Block::NewPage, heading("Een")])).unwrap()), 1, "no empty first page");
}

#[test]
fn a_heading_is_not_left_alone_at_the_foot_of_a_page() {
    let page = |lines: usize| {
        let blocks = vec![Block::Lines(lines), heading("Kop"), Block::Text("Tekst".to_owned())];
        super::flow::pages(super::flow::Flow::of(&paper(blocks)).strips)
            .iter()
            .map(Vec::len)
            .collect::<Vec<_>>()
    };
    assert_eq!(page(27), [29]);
    assert_eq!(page(28), [28, 2], "the heading would fit, its text would not");
}

#[test]
fn a_sign_that_the_fonts_lack_keeps_nobody_from_a_paper() {
    let bytes = pdf(&paper(vec![heading("Vrolijk 🦩")])).unwrap();
    assert_eq!((pages(&bytes), count(&bytes, "pdfuaid:part")), (1, 0));
}
