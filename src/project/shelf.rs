//! The shelf: what is known of every machine in this browser without opening it.

use crate::search::fold;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::fmt;

/// Names one machine of the shelf, whatever it is called.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct MachineId(String);

impl MachineId {
    /// The machine of a random number: 128 bits, so that no two machines of two browsers get the same one.
    pub fn of(random: u128) -> Self {
        Self(format!("{random:032x}"))
    }

    /// As it stands in keys and addresses.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for MachineId {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// A few lines about a machine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Head {
    /// Which machine.
    pub id: MachineId,
    /// What it is called.
    pub name: String,
    /// How many batches of changes were written of it: of two records of one machine the one with more is the newer one.
    pub revision: u64,
    /// When it was last changed, in milliseconds since 1970.
    pub modified: f64,
    /// When it was put into the bin, if it was; then it can still be brought back.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub deleted: Option<f64>,
    /// The example that it was opened from, if it was one and nothing was changed since.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub example: Option<String>,
}

/// All machines of a browser.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Shelf {
    heads: BTreeMap<MachineId, Head>,
}

impl Shelf {
    /// A shelf with these machines; of two records of one machine the newer one counts.
    pub fn of(heads: impl IntoIterator<Item = Head>) -> Self {
        let mut shelf = Self::default();
        for head in heads {
            if shelf.get(&head.id).is_none_or(|known| known.revision < head.revision) {
                shelf.put(head);
            }
        }
        shelf
    }

    /// Takes up what is known of a machine, in place of what was known before.
    pub fn put(&mut self, head: Head) {
        self.heads.insert(head.id.clone(), head);
    }

    /// Forgets a machine.
    pub fn forget(&mut self, id: &MachineId) {
        self.heads.remove(id);
    }

    /// One machine, in the bin or not.
    pub fn get(&self, id: &MachineId) -> Option<&Head> {
        self.heads.get(id)
    }

    /// All machines, those in the bin too.
    pub fn all(&self) -> impl Iterator<Item = &Head> {
        self.heads.values()
    }

    /// The machines that are not in the bin, the one changed last first.
    pub fn machines(&self) -> Vec<&Head> {
        self.sorted(|head| head.deleted.is_none(), |head| head.modified)
    }

    /// The machines in the bin, the one put there last first.
    pub fn bin(&self) -> Vec<&Head> {
        self.sorted(|head| head.deleted.is_some(), |head| head.deleted.unwrap_or_default())
    }

    fn sorted(&self, keep: impl Fn(&Head) -> bool, by: impl Fn(&Head) -> f64) -> Vec<&Head> {
        let mut heads: Vec<&Head> = self.heads.values().filter(|head| keep(head)).collect();
        heads.sort_by(|a, b| by(b).total_cmp(&by(a)));
        heads
    }

    /// The machines that have all typed words in their names, accents and case aside, the one changed last first.
    pub fn found(&self, typed: &str) -> Vec<&Head> {
        let words: Vec<String> = typed.split_whitespace().map(fold).collect();
        let has_all = |head: &&Head| {
            let name = fold(&head.name);
            words.iter().all(|word| name.contains(word.as_str()))
        };
        self.machines().into_iter().filter(has_all).collect()
    }

    /// The machine of that name, the one changed last where there are several.
    pub fn named(&self, name: &str) -> Option<&Head> {
        self.machines().into_iter().find(|head| head.name == name)
    }

    /// Whether a machine has that name, `but` aside.
    pub fn has_name(&self, name: &str, but: Option<&MachineId>) -> bool {
        self.machines().into_iter().any(|head| head.name == name && Some(&head.id) != but)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn head(id: u128, name: &str, revision: u64, modified: f64) -> Head {
        Head { id: MachineId::of(id), name: name.to_owned(), revision, modified, deleted: None, example: None }
    }

    #[test]
    fn the_newer_record_of_a_machine_counts_wherever_it_stands() {
        let shelf = Shelf::of([head(1, "old", 3, 9.0), head(1, "new", 4, 1.0), head(1, "older", 2, 5.0)]);
        assert_eq!(shelf.machines().iter().map(|head| &*head.name).collect::<Vec<_>>(), ["new"]);
    }

    #[test]
    fn finds_without_accents_and_lists_the_last_change_first() {
        let mut shelf = Shelf::of([head(1, "Máquina de pedidos", 1, 1.0), head(2, "maquina", 1, 2.0)]);
        assert_eq!(shelf.found("MAQUI").len(), 2);
        assert_eq!(shelf.found("ped maq").len(), 1);
        assert_eq!(&*shelf.machines()[0].name, "maquina");
        shelf.put(Head { deleted: Some(3.0), ..head(2, "maquina", 1, 2.0) });
        assert_eq!((shelf.machines().len(), shelf.bin().len()), (1, 1));
        assert!(!shelf.has_name("maquina", None));
    }
}
