//! Searching: by trying and going back, which is fast for almost every pattern. When that takes long, places that were
//! tried in vain are remembered.

use super::class::{Class, canonical};
use super::compile::{Instruction, Program};
use super::{Match, TooManySteps};
use crate::expr::patience;

/// Steps a character before places are remembered.
const PATIENCE: usize = 32;

/// Steps of one search, where they cannot be bounded otherwise: about a second.
const MAX_STEPS: usize = 100_000_000;

/// Places that can be remembered: 64 MiB of bits.
const MAX_PLACES: usize = 1 << 29;

/// No position.
const NONE: usize = usize::MAX;

/// A search through one text.
pub(in crate::expr) struct Search<'a> {
    program: &'a Program,
    text: &'a str,
    /// Where groups begin and end, then where turns of loops began.
    slots: Vec<usize>,
    stack: Vec<Choice>,
    steps: usize,
    /// What was tried, a bit for each instruction at each position; empty while nothing is remembered.
    tried: Vec<u64>,
    /// How deep look-arounds nest at the moment. Within one, nothing is remembered: to have been there is not to have failed.
    looks: usize,
}

/// What to go back to.
enum Choice {
    Place {
        instruction: usize,
        position: usize,
    },
    Slot {
        slot: usize,
        value: usize,
    },
    /// Characters that the star before an instruction may give back, down to a position.
    Shorter {
        instruction: usize,
        least: usize,
        position: usize,
    },
    /// Characters that a repetition may take in addition.
    Longer {
        instruction: usize,
        class: usize,
        position: usize,
    },
}

impl<'a> Search<'a> {
    pub(super) fn new(program: &'a Program, text: &'a str) -> Self {
        let slots = vec![NONE; 2 * (program.groups + 1) + program.loops];
        Self { program, text, slots, stack: Vec::new(), steps: 0, tried: Vec::new(), looks: 0 }
    }

    /// Finds the first place at or behind a position.
    pub(in crate::expr) fn find(&mut self, from: usize) -> Result<Option<Match>, TooManySteps> {
        // What led to the last match may lead to the next one.
        self.tried = Vec::new();
        let mut start = from;
        while let Some(place) = self.candidate(start) {
            self.slots.fill(NONE);
            if let Some(end) = self.run(0, place)? {
                return Ok(Some(self.found(place, end)));
            }
            let Some(next) = self.text[place..].chars().next() else { break };
            start = place + next.len_utf8();
            if let Some(run) = self.program.run {
                start = self.run_end(run, start);
            }
        }
        Ok(None)
    }

    fn found(&self, start: usize, end: usize) -> Match {
        let groups = (1..=self.program.groups).map(|group| {
            let (from, to) = (self.slots[2 * group], self.slots[2 * group + 1]);
            (from != NONE && to != NONE).then_some(from..to)
        });
        Match { range: start..end, groups: groups.collect() }
    }

    /// The next position at which a match may begin.
    fn candidate(&self, from: usize) -> Option<usize> {
        if self.program.anchored {
            return (from == 0).then_some(0);
        }
        let rest = self.text.get(from..)?;
        if !self.program.prefix.is_empty() {
            return rest.find(&self.program.prefix).map(|offset| from + offset);
        }
        let Some((ascii, beyond)) = self.program.first else { return Some(from) };
        let may_begin = |byte: &u8| if *byte < 128 { ascii >> byte & 1 == 1 } else { beyond && *byte >= 0xc0 };
        rest.as_bytes().iter().position(may_begin).map(|offset| from + offset)
    }

    #[inline]
    fn next_character(&self, position: usize) -> Option<char> {
        match self.text.as_bytes().get(position) {
            Some(byte) if *byte < 128 => Some(char::from(*byte)),
            Some(_) => self.text[position..].chars().next(),
            None => None,
        }
    }

    fn previous_character(&self, position: usize) -> Option<char> {
        self.text[..position].chars().next_back()
    }

    /// Begins to remember, or gives up, when it takes long. True when it begins anew.
    fn is_too_long(&mut self) -> Result<bool, TooManySteps> {
        let places = self.program.instructions.len().saturating_mul(self.text.len() + 1);
        if self.tried.is_empty() && self.looks == 0 && !self.program.has_references && places <= MAX_PLACES {
            self.tried = vec![0; places / 64 + 1];
            return Ok(true);
        }
        let most = if self.tried.is_empty() { MAX_STEPS } else { MAX_STEPS.max(places.saturating_mul(4)) };
        if self.steps > most { Err(TooManySteps) } else { Ok(false) }
    }

    /// Whether a place was tried before; it is, from now on.
    #[inline]
    fn was_tried(&mut self, instruction: usize, position: usize) -> bool {
        if self.tried.is_empty() || self.looks > 0 {
            return false;
        }
        let place = instruction * (self.text.len() + 1) + position;
        let (word, bit) = (place / 64, 1 << (place % 64));
        let was = self.tried[word] & bit != 0;
        self.tried[word] |= bit;
        was
    }

    fn set_slot(&mut self, slot: usize, value: usize) {
        // Where there is nothing to go back to, nothing needs to be put back.
        if !self.stack.is_empty() {
            self.stack.push(Choice::Slot { slot, value: self.slots[slot] });
        }
        self.slots[slot] = value;
    }

    /// Runs from an instruction at a position; the position at which it succeeds.
    fn run(&mut self, first: usize, start: usize) -> Result<Option<usize>, TooManySteps> {
        let base = self.stack.len();
        let patience = self.steps + PATIENCE * (self.text.len() + 64);
        let (mut at, mut position) = (first, start);
        loop {
            self.steps += 1;
            patience::tick();
            if self.steps > patience && self.is_too_long()? {
                self.stack.truncate(base);
                self.slots.fill(NONE);
                (at, position) = (first, start);
            }
            match self.step(at, position)? {
                Step::On(next, behind) => (at, position) = (next, behind),
                Step::Found => {
                    self.stack.truncate(base);
                    return Ok(Some(position));
                }
                Step::Failed => match self.go_back(base) {
                    Some(place) => (at, position) = place,
                    None => return Ok(None),
                },
            }
        }
    }

    /// The last place with a choice that is left.
    fn go_back(&mut self, base: usize) -> Option<(usize, usize)> {
        while self.stack.len() > base {
            match self.stack.pop()? {
                Choice::Place { instruction, position } => return Some((instruction, position)),
                Choice::Slot { slot, value } => self.slots[slot] = value,
                Choice::Shorter { instruction, least, position } => {
                    if position > least
                        && let Some(shorter) = self.shorter(instruction, least, self.before(position))
                    {
                        self.stack.push(Choice::Shorter { instruction, least, position: shorter });
                        return Some((instruction, shorter));
                    }
                }
                Choice::Longer { instruction, class, position } => {
                    if let Some(next) = self.next_character(position)
                        && self.program.classes[class].has(next)
                    {
                        let longer = position + next.len_utf8();
                        self.stack.push(Choice::Longer { instruction, class, position: longer });
                        return Some((instruction, longer));
                    }
                }
            }
        }
        None
    }

    #[inline]
    fn step(&mut self, at: usize, position: usize) -> Result<Step, TooManySteps> {
        let program = self.program;
        if self.was_tried(at, position) {
            return Ok(Step::Failed);
        }
        let passed = |passed: bool| if passed { Step::On(at + 1, position) } else { Step::Failed };
        Ok(match &program.instructions[at] {
            Instruction::Set { class, back } => self.set(&program.classes[*class], *back, at, position),
            Instruction::Star { class, greedy, .. } => self.star(*class, *greedy, at, position),
            Instruction::Start => {
                passed(position == 0 || program.multiline && self.previous_character(position).is_some_and(ends_line))
            }
            Instruction::End => passed(
                position == self.text.len()
                    || program.multiline && self.next_character(position).is_some_and(ends_line),
            ),
            Instruction::Boundary(wanted) => {
                let before = self.previous_character(position).is_some_and(is_word);
                let behind = self.next_character(position).is_some_and(is_word);
                passed((before != behind) == *wanted)
            }
            Instruction::Save(slot) => {
                self.set_slot(*slot, position);
                Step::On(at + 1, position)
            }
            Instruction::Split(first, second) => {
                self.stack.push(Choice::Place { instruction: *second, position });
                Step::On(*first, position)
            }
            Instruction::Jump(target) => Step::On(*target, position),
            Instruction::Forget(from, to) => {
                (2 * from..2 * to)
                    .filter(|slot| self.slots[*slot] != NONE)
                    .collect::<Vec<_>>()
                    .into_iter()
                    .for_each(|slot| self.set_slot(slot, NONE));
                Step::On(at + 1, position)
            }
            Instruction::Enter(place) => {
                self.set_slot(2 * (program.groups + 1) + place, position);
                Step::On(at + 1, position)
            }
            Instruction::Advanced(place) => passed(self.slots[2 * (program.groups + 1) + place] != position),
            Instruction::Look { wanted, next } => self.look(*wanted, *next, at, position)?,
            Instruction::Back { group, back } => self.reference(*group, *back, at, position),
            Instruction::Found => Step::Found,
        })
    }

    #[inline]
    fn set(&self, class: &Class, back: bool, at: usize, position: usize) -> Step {
        let next = if back { self.previous_character(position) } else { self.next_character(position) };
        match next {
            Some(next) if class.has(next) => {
                let length = next.len_utf8();
                Step::On(at + 1, if back { position - length } else { position + length })
            }
            _ => Step::Failed,
        }
    }

    fn star(&mut self, class: usize, greedy: bool, at: usize, position: usize) -> Step {
        let set = &self.program.classes[class];
        if !self.tried.is_empty() && self.looks == 0 {
            // One character at a time, so that what was tried is known of each.
            let longer = self.next_character(position).filter(|next| set.has(*next));
            let longer = longer.map(|next| (at, position + next.len_utf8()));
            let behind = (at + 1, position);
            let Some(longer) = longer else { return Step::On(behind.0, behind.1) };
            let (first, second) = if greedy { (longer, behind) } else { (behind, longer) };
            self.stack.push(Choice::Place { instruction: second.0, position: second.1 });
            return Step::On(first.0, first.1);
        }
        if !greedy {
            self.stack.push(Choice::Longer { instruction: at + 1, class, position });
            return Step::On(at + 1, position);
        }
        let end = self.run_end(class, position);
        // Characters are cheaper than steps.
        self.steps += (end - position) / 8;
        let Some(end) = self.shorter(at + 1, position, end) else { return Step::Failed };
        if end > position {
            self.stack.push(Choice::Shorter { instruction: at + 1, least: position, position: end });
        }
        Step::On(at + 1, end)
    }

    /// Where characters of a set end that begin at a position.
    #[inline]
    fn run_end(&self, class: usize, position: usize) -> usize {
        let set = &self.program.classes[class];
        let mut end = position;
        while let Some(next) = self.next_character(end)
            && set.has(next)
        {
            end += next.len_utf8();
        }
        end
    }

    /// The last position, from one back to another, at which what follows a star can begin.
    #[inline]
    fn shorter(&mut self, behind_star: usize, least: usize, most: usize) -> Option<usize> {
        let Instruction::Star { before: Some(class), .. } = self.program.instructions[behind_star - 1] else {
            return Some(most);
        };
        let set = &self.program.classes[class];
        let mut position = most;
        let found = loop {
            if self.next_character(position).is_some_and(|next| set.has(next)) {
                break Some(position);
            }
            if position <= least {
                break None;
            }
            position = self.before(position);
        };
        self.steps += (most - position) / 8;
        found
    }

    /// Where the character before a position begins.
    #[inline]
    fn before(&self, position: usize) -> usize {
        let mut before = position - 1;
        while !self.text.is_char_boundary(before) {
            before -= 1;
        }
        before
    }

    fn look(&mut self, wanted: bool, next: usize, at: usize, position: usize) -> Result<Step, TooManySteps> {
        let before = self.slots.clone();
        self.looks += 1;
        let found = self.run(at + 1, position);
        self.looks -= 1;
        let found = found?.is_some();
        let after = std::mem::replace(&mut self.slots, before);
        if found != wanted {
            return Ok(Step::Failed);
        }
        if wanted {
            // What it remembers stays, until the search goes back behind it.
            for (slot, value) in after.into_iter().enumerate() {
                if self.slots[slot] != value {
                    self.set_slot(slot, value);
                }
            }
        }
        Ok(Step::On(next, position))
    }

    fn reference(&self, group: usize, back: bool, at: usize, position: usize) -> Step {
        let (from, to) = (self.slots[2 * group], self.slots[2 * group + 1]);
        if from == NONE || to == NONE {
            return Step::On(at + 1, position);
        }
        let part = &self.text[from..to];
        let same = |other: &str| match self.program.ignores_case {
            true => other.chars().map(canonical).eq(part.chars().map(canonical)),
            false => other == part,
        };
        // In another case it may take other bytes, but as many characters.
        let count = part.chars().count();
        let end = if back {
            self.text[..position].char_indices().rev().map(|(offset, _)| offset).nth(count.wrapping_sub(1))
        } else {
            let ends = self.text[position..].char_indices().map(|(offset, next)| position + offset + next.len_utf8());
            let mut ends = ends;
            ends.nth(count.wrapping_sub(1))
        };
        let end = if count == 0 { Some(position) } else { end };
        match end {
            Some(end) if same(&self.text[end.min(position)..end.max(position)]) => Step::On(at + 1, end),
            _ => Step::Failed,
        }
    }
}

/// What became of an instruction.
enum Step {
    On(usize, usize),
    Failed,
    Found,
}

fn ends_line(character: char) -> bool {
    matches!(character, '\n' | '\r' | '\u{2028}' | '\u{2029}')
}

fn is_word(character: char) -> bool {
    character.is_ascii_alphanumeric() || character == '_'
}
