//! A pattern as instructions.

use super::BadPattern;
use super::class::Class;
use super::parse::{Parsed, Part};

/// More instructions than any pattern that a person writes.
const MAX_INSTRUCTIONS: usize = 100_000;

/// A step of a search.
#[derive(Clone, Debug)]
pub(super) enum Instruction {
    /// A character of a set, read forwards or backwards.
    Set {
        class: usize,
        back: bool,
    },
    /// As many characters of a set as there are, or as few as are needed. Forwards.
    Star {
        class: usize,
        greedy: bool,
        /// The set of which the character behind it has to be, where that is known.
        before: Option<usize>,
    },
    Start,
    End,
    Boundary(bool),
    Save(usize),
    /// The first place is tried before the second.
    Split(usize, usize),
    Jump(usize),
    /// Forgets the groups from one number up to, and without, another.
    Forget(usize, usize),
    /// Remembers where a turn of a loop begins.
    Enter(usize),
    /// Refuses a turn that took nothing.
    Advanced(usize),
    /// What follows, up to its own end, is looked for; then it goes on at the place.
    Look {
        wanted: bool,
        next: usize,
    },
    Back {
        group: usize,
        back: bool,
    },
    Found,
}

/// Instructions with what they name.
#[derive(Debug)]
pub(super) struct Program {
    pub(super) instructions: Vec<Instruction>,
    pub(super) classes: Vec<Class>,
    /// Groups, the whole match not among them.
    pub(super) groups: usize,
    /// Places that loops remember.
    pub(super) loops: usize,
    pub(super) ignores_case: bool,
    pub(super) multiline: bool,
    /// What a place depends on is more than the instruction and the position.
    pub(super) has_references: bool,
    /// What every match begins with.
    pub(super) prefix: String,
    /// The ASCII characters that a match can begin with, and whether others can; `None` where it may be empty.
    pub(super) first: Option<(u128, bool)>,
    /// It matches at the beginning of the text only.
    pub(super) anchored: bool,
    /// The set of the run that it begins with, as `\w+` does. Where it does not match from the beginning of a run, it does
    /// not from within: what follows was tried from all places of the run then.
    pub(super) run: Option<usize>,
}

pub(super) fn compile(parsed: &Parsed, ignores_case: bool, multiline: bool) -> Result<Program, BadPattern> {
    let program = Program {
        instructions: Vec::new(),
        classes: Vec::new(),
        groups: parsed.groups,
        loops: 0,
        ignores_case,
        multiline,
        has_references: false,
        prefix: if ignores_case { String::new() } else { prefix(&parsed.part) },
        first: None,
        anchored: !multiline && matches!(leading(&parsed.part), Part::Start),
        run: None,
    };
    let mut compiler = Compiler { program };
    compiler.part(&parsed.part, false)?;
    compiler.push(Instruction::Found)?;
    let mut program = compiler.program;
    look_behind_stars(&mut program.instructions);
    program.run = leading_run(&program.instructions).filter(|_| !program.has_references);
    if let First::Set(ascii, beyond) = first(&parsed.part, ignores_case) {
        program.first = Some((ascii, beyond));
    }
    Ok(program)
}

/// Tells each star what has to follow it: most of the places to which it can go back need not be tried then.
fn look_behind_stars(instructions: &mut [Instruction]) {
    for at in 0..instructions.len() {
        let mut rest = instructions[at + 1..].iter().skip_while(|next| matches!(next, Instruction::Save(_)));
        let Some(Instruction::Set { class: found, back: false }) = rest.next() else { continue };
        let found = *found;
        if let Instruction::Star { before, .. } = &mut instructions[at] {
            *before = Some(found);
        }
    }
}

fn leading_run(instructions: &[Instruction]) -> Option<usize> {
    let mut first = instructions.iter().skip_while(|next| matches!(next, Instruction::Save(_)));
    match (first.next()?, first.next()?) {
        (Instruction::Set { class, back: false }, Instruction::Star { class: repeated, .. }) => {
            (class == repeated).then_some(*class)
        }
        _ => None,
    }
}

/// The characters that a pattern begins with.
fn prefix(part: &Part) -> String {
    match part {
        Part::Set(class) => class.only().map(String::from).unwrap_or_default(),
        Part::Sequence(parts) => {
            let characters = parts.iter().map(|part| match part {
                Part::Set(class) => class.only(),
                _ => None,
            });
            characters.take_while(Option::is_some).flatten().collect()
        }
        _ => String::new(),
    }
}

fn leading(part: &Part) -> &Part {
    match part {
        Part::Sequence(parts) => parts.first().map_or(part, leading),
        Part::Group(_, inner) => leading(inner),
        other => other,
    }
}

/// What a part begins with.
enum First {
    Set(u128, bool),
    /// It takes nothing: what follows counts.
    Nothing,
    Unknown,
}

fn first(part: &Part, ignores_case: bool) -> First {
    match part {
        Part::Set(class) => {
            let class = if ignores_case { class.clone().ignoring_case() } else { class.clone() };
            First::Set(class.ascii(), class.goes_beyond_ascii())
        }
        Part::Empty | Part::Start | Part::End | Part::Boundary(_) | Part::Look { .. } => First::Nothing,
        Part::Sequence(parts) => {
            for part in parts {
                match first(part, ignores_case) {
                    First::Nothing => {}
                    found => return found,
                }
            }
            First::Nothing
        }
        Part::Either(choices) => {
            let (mut ascii, mut beyond) = (0, false);
            for choice in choices {
                match first(choice, ignores_case) {
                    First::Set(own, own_beyond) => {
                        ascii |= own;
                        beyond |= own_beyond;
                    }
                    _ => return First::Unknown,
                }
            }
            First::Set(ascii, beyond)
        }
        Part::Group(_, inner) => first(inner, ignores_case),
        Part::Repeat { part, least, .. } if *least > 0 => first(part, ignores_case),
        Part::Repeat { .. } | Part::Back(_) => First::Unknown,
    }
}

/// Whether a part may take nothing.
fn may_be_empty(part: &Part) -> bool {
    match part {
        Part::Set(_) => false,
        Part::Sequence(parts) => parts.iter().all(may_be_empty),
        Part::Either(choices) => choices.iter().any(may_be_empty),
        Part::Group(_, inner) => may_be_empty(inner),
        Part::Repeat { part, least, .. } => *least == 0 || may_be_empty(part),
        _ => true,
    }
}

/// The groups within a part: the first one, and the one behind the last.
fn groups_in(part: &Part) -> Option<(usize, usize)> {
    let join = |parts: &[Part]| {
        parts.iter().filter_map(groups_in).reduce(|(from, to), (own_from, own_to)| (from.min(own_from), to.max(own_to)))
    };
    match part {
        Part::Group(number, inner) => Some((*number, groups_in(inner).map_or(number + 1, |(_, to)| to))),
        Part::Sequence(parts) | Part::Either(parts) => join(parts),
        Part::Repeat { part, .. } | Part::Look { part, .. } => groups_in(part),
        _ => None,
    }
}

struct Compiler {
    program: Program,
}

impl Compiler {
    fn here(&self) -> usize {
        self.program.instructions.len()
    }

    fn push(&mut self, instruction: Instruction) -> Result<usize, BadPattern> {
        if self.here() >= MAX_INSTRUCTIONS {
            return Err(BadPattern::TooLarge);
        }
        self.program.instructions.push(instruction);
        Ok(self.here() - 1)
    }

    fn class(&mut self, class: &Class) -> usize {
        let class = if self.program.ignores_case { class.clone().ignoring_case() } else { class.clone() };
        if let Some(known) = self.program.classes.iter().position(|known| *known == class) {
            return known;
        }
        self.program.classes.push(class);
        self.program.classes.len() - 1
    }

    fn part(&mut self, part: &Part, back: bool) -> Result<(), BadPattern> {
        match part {
            Part::Empty => {}
            Part::Set(class) => {
                let class = self.class(class);
                self.push(Instruction::Set { class, back })?;
            }
            Part::Start => drop(self.push(Instruction::Start)?),
            Part::End => drop(self.push(Instruction::End)?),
            Part::Boundary(wanted) => drop(self.push(Instruction::Boundary(*wanted))?),
            Part::Sequence(parts) if back => parts.iter().rev().try_for_each(|part| self.part(part, back))?,
            Part::Sequence(parts) => parts.iter().try_for_each(|part| self.part(part, back))?,
            Part::Either(choices) => self.either(choices, back)?,
            Part::Group(number, inner) => {
                let (first, second) = if back { (2 * number + 1, 2 * number) } else { (2 * number, 2 * number + 1) };
                self.push(Instruction::Save(first))?;
                self.part(inner, back)?;
                self.push(Instruction::Save(second))?;
            }
            Part::Repeat { part, least, most, greedy } => self.repeat(part, *least, *most, *greedy, back)?,
            Part::Look { ahead, wanted, part } => {
                let look = self.push(Instruction::Look { wanted: *wanted, next: 0 })?;
                self.part(part, !ahead)?;
                self.push(Instruction::Found)?;
                self.program.instructions[look] = Instruction::Look { wanted: *wanted, next: self.here() };
            }
            Part::Back(group) => {
                self.program.has_references = true;
                self.push(Instruction::Back { group: *group, back })?;
            }
        }
        Ok(())
    }

    fn either(&mut self, choices: &[Part], back: bool) -> Result<(), BadPattern> {
        let mut jumps = Vec::new();
        for (index, choice) in choices.iter().enumerate() {
            if index + 1 == choices.len() {
                self.part(choice, back)?;
                break;
            }
            let split = self.push(Instruction::Split(0, 0))?;
            self.part(choice, back)?;
            jumps.push(self.push(Instruction::Jump(0))?);
            self.program.instructions[split] = Instruction::Split(split + 1, self.here());
        }
        for jump in jumps {
            self.program.instructions[jump] = Instruction::Jump(self.here());
        }
        Ok(())
    }

    fn repeat(
        &mut self,
        part: &Part,
        least: usize,
        most: Option<usize>,
        greedy: bool,
        back: bool,
    ) -> Result<(), BadPattern> {
        let groups = groups_in(part);
        for _ in 0..least {
            self.turn(part, groups, back)?;
        }
        let Some(most) = most else {
            if let (Part::Set(class), false) = (part, back) {
                let class = self.class(class);
                self.push(Instruction::Star { class, greedy, before: None })?;
                return Ok(());
            }
            let split = self.push(Instruction::Split(0, 0))?;
            self.optional_turn(part, groups, back)?;
            self.push(Instruction::Jump(split))?;
            self.set_split(split, greedy);
            return Ok(());
        };
        let mut splits = Vec::new();
        for _ in least..most {
            splits.push(self.push(Instruction::Split(0, 0))?);
            self.optional_turn(part, groups, back)?;
        }
        splits.into_iter().for_each(|split| self.set_split(split, greedy));
        Ok(())
    }

    /// One turn of a loop.
    fn turn(&mut self, part: &Part, groups: Option<(usize, usize)>, back: bool) -> Result<(), BadPattern> {
        if let Some((from, to)) = groups {
            self.push(Instruction::Forget(from, to))?;
        }
        self.part(part, back)?;
        // A part that compiles to nothing repeats for nothing.
        if self.here() >= MAX_INSTRUCTIONS { Err(BadPattern::TooLarge) } else { Ok(()) }
    }

    /// One turn of a loop that need not be taken: it must take something.
    fn optional_turn(&mut self, part: &Part, groups: Option<(usize, usize)>, back: bool) -> Result<(), BadPattern> {
        if !may_be_empty(part) {
            return self.turn(part, groups, back);
        }
        let place = self.program.loops;
        self.program.loops += 1;
        self.push(Instruction::Enter(place))?;
        self.turn(part, groups, back)?;
        self.push(Instruction::Advanced(place))?;
        Ok(())
    }

    /// Lets a branch go on behind itself, or to what comes next, whichever is tried first.
    fn set_split(&mut self, split: usize, greedy: bool) {
        let (inside, behind) = (split + 1, self.here());
        let targets = if greedy { (inside, behind) } else { (behind, inside) };
        self.program.instructions[split] = Instruction::Split(targets.0, targets.1);
    }
}
