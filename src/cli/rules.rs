//! `pasos rules`: what the checker looks for.

use super::LanguageOption;
use super::output::print_text;
use crate::check::{Group, RULES, rule};
use crate::i18n::Language;
use crate::i18n::diagnostics::{group_title, severity_name};
use clap::Args;
use std::process::ExitCode;

/// Options of `pasos rules`.
#[derive(Debug, Args)]
pub(super) struct Rules {
    /// A rule, whose whole documentation is printed; a table of all rules when left out
    name: Option<String>,
    /// The language; the environment's (LANG) when left out
    #[arg(long, value_enum)]
    lang: Option<LanguageOption>,
}

impl Rules {
    pub(super) fn execute(self) -> Result<ExitCode, String> {
        let language = LanguageOption::chosen(self.lang);
        match self.name {
            None => print_text(table(language)),
            Some(name) => {
                let rule = rule(&name).ok_or_else(|| format!("there is no rule {name}; `pasos rules` lists them"))?;
                print_text(rule.docs[usize::from(language == Language::Es)]);
            }
        }
        Ok(ExitCode::SUCCESS)
    }
}

/// All rules in Markdown: a table for each group, its links leading to the documentation beside `rules/`.
fn table(language: Language) -> String {
    let words = language.messages();
    let mut page = format!("# {}\n\n{}\n", words.all_rules(), words.rules_page());
    for group in Group::ALL {
        page.push_str(&format!("\n## {}\n\n", group_title(group, words)));
        page.push_str(&format!("| {} | | {} |\n|---|---|---|\n", words.rules_column(), words.rules_finding()));
        for rule in RULES.iter().filter(|rule| rule.group == group) {
            let file = format!("rules/{}.{}.md", rule.name.replace('-', "_"), language.tag());
            let severity = severity_name(rule.severity, words);
            page.push_str(&format!("| [`{}`]({file}) | {severity} | {} |\n", rule.name, rule.doc(language).title));
        }
    }
    page
}
