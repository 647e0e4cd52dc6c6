//! Calling functions.

use super::Evaluator;
use crate::expr::jsonata::error_text::evaluation_error;
use crate::expr::jsonata::fault::{Fault, Outcome};
use crate::expr::jsonata::frame::Frame;
use crate::expr::jsonata::function::{Function, Lambda};
use crate::expr::jsonata::functions;
use crate::expr::jsonata::syntax::{self, Kind, Node};
use crate::expr::jsonata::value::{Value, wrapped};
use std::rc::Rc;

/// What the body of a function comes to: a value, or a call in tail position, which nests nothing.
enum Tail<'a> {
    Value(Value),
    Call { procedure: &'a Node, arguments: &'a [Node], input: Value, frame: Rc<Frame> },
}

/// The name under which messages know what is called.
fn token(procedure: &Node) -> Option<&Rc<str>> {
    match &procedure.kind {
        Kind::Variable(name) => Some(name),
        Kind::Path { steps, .. } => match &steps.first()?.kind {
            Kind::Name(name) => Some(name),
            _ => None,
        },
        _ => None,
    }
}

fn named(fault: Fault, procedure: &Node) -> Fault {
    match token(procedure) {
        Some(token) => fault.at(token),
        None => fault,
    }
}

impl Evaluator {
    pub(super) fn call(
        &self,
        procedure: &Node,
        arguments: &[Node],
        first: Option<Value>,
        input: &Value,
        frame: &Rc<Frame>,
    ) -> Outcome<Value> {
        let function = self.evaluate(procedure, input, frame)?;
        self.check_callable(&function, procedure, "T1005", frame)?;
        let mut args = Vec::with_capacity(arguments.len() + 1);
        args.extend(first);
        for argument in arguments {
            args.push(self.evaluate(argument, input, frame)?);
        }
        match function.as_function() {
            Some(function) if matches!(&**function, Function::Native(native) if native.name == "eval") => {
                self.eval(&args, input, Some(frame))
            }
            Some(function) => self.apply(function, args, input),
            None => Err(Fault::new("T1006")),
        }
        .map_err(|fault| named(fault, procedure))
    }

    /// `$eval(text, data)`: the value of an expression that is a text, with the variables of the place.
    pub(in super::super) fn eval(&self, args: &[Value], context: &Value, frame: Option<&Rc<Frame>>) -> Outcome<Value> {
        let text = match args.first() {
            None | Some(Value::Undefined) => return Ok(Value::Undefined),
            Some(Value::String(text)) => text,
            Some(_) => return Err(Fault::new("T0410").argument(1)),
        };
        let data = match args.get(1) {
            None | Some(Value::Undefined) => context.clone(),
            Some(data) => wrapped(data.clone()),
        };
        let node = syntax::read(text).map_err(|refusal| Fault::new("D3120").with_text(&refusal.error.message))?;
        let own = Rc::default();
        let result = self.evaluate(&node, &data, frame.unwrap_or(&own));
        result.map_err(|fault| match fault.code() {
            "" => fault,
            _ => Fault::new("D3121").with_text(&evaluation_error(&fault).message),
        })
    }

    /// A field that is called by the name of a function: the dollar sign was forgotten.
    fn check_callable(&self, function: &Value, procedure: &Node, code: &'static str, frame: &Rc<Frame>) -> Outcome<()> {
        if function.is_undefined()
            && matches!(procedure.kind, Kind::Path { .. })
            && let Some(name) = token(procedure)
            && !self.variable(name, frame).is_undefined()
        {
            return Err(Fault::new(code).at(name));
        }
        Ok(())
    }

    pub(super) fn partial(
        &self,
        procedure: &Node,
        arguments: &[Option<Node>],
        input: &Value,
        frame: &Rc<Frame>,
    ) -> Outcome<Value> {
        let mut args = Vec::with_capacity(arguments.len());
        for argument in arguments {
            args.push(argument.as_ref().map(|argument| self.evaluate(argument, input, frame)).transpose()?);
        }
        let function = self.evaluate(procedure, input, frame)?;
        self.check_callable(&function, procedure, "T1007", frame)?;
        let partial = match function.as_function().map(|function| &**function) {
            Some(Function::Lambda(lambda)) => {
                let inner = Frame::within(&lambda.frame);
                let mut open = Vec::new();
                for (index, param) in lambda.params.iter().enumerate() {
                    match args.get_mut(index) {
                        Some(None) => open.push(Rc::clone(param)),
                        Some(given) => inner.bind(param, given.take().unwrap_or(Value::Undefined)),
                        None => inner.bind(param, Value::Undefined),
                    }
                }
                Function::Lambda(Lambda {
                    node: Rc::clone(&lambda.node),
                    params: open.into(),
                    is_whole: false,
                    input: lambda.input.clone(),
                    frame: inner,
                })
            }
            Some(Function::Native(native)) => Function::Partial(native, args),
            Some(_) => {
                let function = function.clone();
                Function::Partial(functions::invoke(), std::iter::once(Some(function)).chain(args).collect())
            }
            None => return Err(named(Fault::new("T1008"), procedure)),
        };
        Ok(Value::Function(Rc::new(partial)))
    }

    /// `left ~> right`
    pub(super) fn apply_operator(&self, left: &Node, right: &Node, input: &Value, frame: &Rc<Frame>) -> Outcome<Value> {
        let argument = self.evaluate(left, input, frame)?;
        if let Kind::Call(procedure, arguments) = &right.kind
            && right.predicates.is_empty()
        {
            return self.call(procedure, arguments, Some(argument), input, frame);
        }
        let function = self.evaluate(right, input, frame)?;
        let Some(callable) = function.as_function() else { return Err(Fault::new("T2006").with(&function)) };
        if argument.as_function().is_some() {
            return Ok(Value::Function(Rc::new(Function::Chain(argument, function))));
        }
        self.apply(callable, vec![argument], &Value::Null).map_err(|fault| named(fault, right))
    }

    /// Calls a function. `context` stands in for an argument that a function of the library lacks.
    pub(in super::super) fn apply(&self, function: &Rc<Function>, args: Vec<Value>, context: &Value) -> Outcome<Value> {
        let mut function = Rc::clone(function);
        let mut args = args;
        loop {
            let (next, next_args) = match &*function {
                Function::Native(native) => {
                    let args = native.signature().validate(args, context)?;
                    return Self::check_nesting((native.run)(self, args, context)?);
                }
                Function::Partial(native, given) => {
                    let mut rest = args.into_iter();
                    let filled = given.iter().map(|argument| match argument {
                        Some(argument) => argument.clone(),
                        None => rest.next().unwrap_or(Value::Undefined),
                    });
                    let filled = filled.collect();
                    return Self::check_nesting((native.run)(self, filled, &Value::Undefined)?);
                }
                Function::Pattern(regex) => return functions::first_match(self, regex, &args),
                Function::Next { regex, text, from } => return functions::next_match(self, regex, text, *from),
                Function::Transform(node, frame) => {
                    let data = args.into_iter().next().unwrap_or(Value::Undefined);
                    if !matches!(data, Value::Undefined | Value::Object(_) | Value::Array(_)) {
                        return Err(Fault::new("T0410").with(&data).argument(1));
                    }
                    return self.transform(node, frame, data);
                }
                Function::Chain(first, second) => match (first.as_function(), second.as_function()) {
                    (Some(first), Some(second)) => {
                        let args = args.into_iter().take(1).collect();
                        (Rc::clone(second), vec![self.deeper(|| self.apply(first, args, &Value::Null))?])
                    }
                    _ => return Err(Fault::new("T1006")),
                },
                Function::Lambda(lambda) => match self.run_lambda(lambda, args, context)? {
                    Tail::Value(value) => return Ok(value),
                    Tail::Call { procedure, arguments, input, frame } => {
                        let next = self.evaluate(procedure, &input, &frame)?;
                        let mut next_args = Vec::with_capacity(arguments.len());
                        for argument in arguments {
                            next_args.push(self.evaluate(argument, &input, &frame)?);
                        }
                        // What only the frame held, the function called may change in place.
                        drop(frame);
                        let name = token(procedure).cloned();
                        match next.as_function().map(|function| &**function) {
                            Some(Function::Lambda(_)) => {}
                            Some(_) => {
                                let Some(next) = next.as_function() else { return Err(Fault::new("T1006")) };
                                let result = self.deeper(|| self.apply(next, next_args, context));
                                return result.map_err(|fault| match &name {
                                    Some(name) => fault.at(name),
                                    None => fault,
                                });
                            }
                            None => return Err(Fault::new("T1006")),
                        }
                        let Value::Function(next) = next else { return Err(Fault::new("T1006")) };
                        (next, next_args)
                    }
                },
            };
            self.tick()?;
            (function, args) = (next, next_args);
        }
    }

    /// Runs what nests on the stack without being a node of its own.
    fn deeper<T>(&self, run: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
        let level = self.depth.get();
        if level > self.limits.depth {
            return Err(Fault::bound(super::STACK));
        }
        run()
    }

    fn run_lambda<'a>(&self, lambda: &'a Lambda, args: Vec<Value>, context: &Value) -> Outcome<Tail<'a>> {
        let args = match &lambda.node.signature {
            Some(signature) if lambda.is_whole => signature.validate(args, context)?,
            _ => args,
        };
        let mut args = args.into_iter();
        let bindings =
            lambda.params.iter().map(|param| (Rc::clone(param), args.next().unwrap_or(Value::Undefined))).collect();
        let frame = Frame::with(&lambda.frame, bindings);
        self.tail(&lambda.node.body, &lambda.input, frame)
    }

    /// Evaluates the body of a function up to the call in tail position.
    fn tail<'a>(&self, node: &'a Node, input: &Value, frame: Rc<Frame>) -> Outcome<Tail<'a>> {
        if !node.predicates.is_empty() || node.group.is_some() || node.keep_array {
            return self.evaluate(node, input, &frame).map(Tail::Value);
        }
        let level = self.depth.get() + 1;
        let (branch, frame) = match &node.kind {
            Kind::Call(procedure, arguments) => {
                return Ok(Tail::Call { procedure, arguments, input: input.clone(), frame });
            }
            Kind::Condition(..) | Kind::Block(_) if level > self.limits.depth => {
                return Err(Fault::bound(super::STACK));
            }
            Kind::Condition(condition, then, otherwise) => {
                self.depth.set(level);
                let condition = self.evaluate(condition, input, &frame).and_then(|value| super::boolean(&value));
                self.depth.set(level - 1);
                match (condition?, otherwise) {
                    (true, _) => (&**then, frame),
                    (false, Some(otherwise)) => (&**otherwise, frame),
                    (false, None) => return Ok(Tail::Value(Value::Undefined)),
                }
            }
            Kind::Block(items) => {
                let Some((last, before)) = items.split_last() else { return Ok(Tail::Value(Value::Undefined)) };
                let inner = Frame::within(&frame);
                self.depth.set(level);
                let done = before.iter().try_for_each(|item| self.evaluate(item, input, &inner).map(|_| ()));
                self.depth.set(level - 1);
                done?;
                (last, inner)
            }
            _ => return self.evaluate(node, input, &frame).map(Tail::Value),
        };
        self.depth.set(level);
        let result = self.tail(branch, input, frame);
        self.depth.set(level - 1);
        result
    }
}
