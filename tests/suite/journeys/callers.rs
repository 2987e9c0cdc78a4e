//! Who asks, and what is answered: somebody of the cast at the API or at the pages, and the service's answer.

use baken::school::accounts::tokens::Purpose;
use reqwest::RequestBuilder;
use reqwest::multipart::{Form, Part};
use serde_json::Value;

use super::Town;

/// An answer of the service.
#[derive(Debug)]
pub struct Told {
    /// The status.
    pub status: u16,
    /// The content type.
    pub kind: String,
    /// Where it leads.
    pub to: String,
    /// The body as it came.
    pub text: String,
}

impl Told {
    /// The answer to a request.
    pub async fn of(request: RequestBuilder) -> Self {
        let answer = request.send().await.expect("an answer");
        let header = |name: &str| {
            let value = answer.headers().get(name).and_then(|v| v.to_str().ok());
            value.unwrap_or_default().to_owned()
        };
        Self {
            status: answer.status().as_u16(),
            kind: header("content-type"),
            to: header("location"),
            text: answer.text().await.expect("a body"),
        }
    }

    /// The body as JSON.
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|e| panic!("{e}: {self:?}"))
    }

    /// A text in the body; fails when it is not there.
    pub fn say(&self, name: &str) -> String {
        let body = self.json();
        let text = body[name].as_str();
        text.unwrap_or_else(|| panic!("no {name}: {self:?}")).to_owned()
    }

    /// The items of a list.
    pub fn items(&self) -> Vec<Value> {
        let body = self.json();
        body["items"].as_array().unwrap_or_else(|| panic!("{self:?}")).clone()
    }

    /// The same answer, once it is sure that it was this one.
    #[track_caller]
    pub fn is(self, status: u16) -> Self {
        assert_eq!(self.status, status, "{self:?}");
        self
    }

    /// Refused with a problem document and a sentence that is more than its key.
    #[track_caller]
    pub fn refuses(self, status: u16) -> String {
        assert_eq!((self.status, self.kind.as_str()), (status, "application/problem+json"), "{self:?}");
        let title = self.say("title");
        assert!(title.contains(' '), "a key instead of a sentence: {title}");
        title
    }
}

/// Somebody of the cast, at the API.
pub struct Caller<'a> {
    pub(super) town: &'a Town,
    pub(super) email: &'a str,
}

impl Caller<'_> {
    /// Asks for something.
    pub async fn get(&self, path: &str) -> Told {
        let url = self.town.app.at(path);
        Told::of(self.town.app.client().get(url).bearer_auth(self.token())).await
    }

    /// Sends something.
    pub async fn post(&self, path: &str, body: Value) -> Told {
        let url = self.town.app.at(path);
        let request = self.town.app.client().post(url).bearer_auth(self.token());
        Told::of(request.json(&body)).await
    }

    /// Sends a file.
    pub async fn send_file(&self, path: &str, text: String) -> Told {
        let url = self.town.app.at(path);
        let request = self.town.app.client().post(url).bearer_auth(self.token());
        Told::of(request.body(text)).await
    }

    /// A token of this moment: it lives a quarter of an hour, and the clock of a journey takes larger steps.
    fn token(&self) -> String {
        self.town.token(self.email, Purpose::Api)
    }
}

/// Somebody at the pages, with a session or without.
pub struct Visitor<'a> {
    pub(super) town: &'a Town,
    pub(super) client: reqwest::Client,
}

impl Visitor<'_> {
    /// Opens a page.
    pub async fn open(&self, path: &str) -> Told {
        Told::of(self.client.get(self.town.app.at(path))).await
    }

    /// Offers a file for a school on the page where files come in.
    pub async fn offer(&self, brin: &str, text: &str) -> Told {
        let file = Part::bytes(text.as_bytes().to_vec()).file_name("bestand.csv");
        let form = Form::new().text("school", brin.to_owned()).part("file", file);
        let request = self.client.post(self.town.app.at("/invoer"));
        Told::of(request.header("Sec-Fetch-Site", "same-origin").multipart(form)).await
    }

    /// Sends a form of that page.
    pub async fn send(&self, path: &str, form: &[(&str, &str)]) -> Told {
        let request = self.client.post(self.town.app.at(path));
        Told::of(request.header("Sec-Fetch-Site", "same-origin").form(form)).await
    }

    /// Sends a form of that page with a file.
    pub async fn hand_in(
        &self,
        path: &str,
        form: &[(&str, &str)],
        (name, file): (&str, impl AsRef<[u8]>),
    ) -> Told {
        let file = Part::bytes(file.as_ref().to_vec()).file_name(name.to_owned());
        let fields = form.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let form = fields.fold(Form::new(), |form, (name, value)| form.text(name, value));
        let request = self.client.post(self.town.app.at(path)).header("Sec-Fetch-Site", "same-origin");
        Told::of(request.multipart(form.part("file", file))).await
    }
}
