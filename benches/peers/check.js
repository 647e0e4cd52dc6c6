// Validators: from the text of a definition to what they find in it. They look for less than Pasos does: neither for what an
// expression finds in the data nor for what services take.
import service from "amazon-states-language-service";
import validate from "asl-validator";

const language = service.getLanguageService({});
let version = 0;

export const checkers = {
  /** The checks of AWS's extension for editors. */
  "amazon-states-language-service": async (text) => {
    version += 1;
    const document = service.TextDocument.create("file:///machine.asl.json", "asl", version, text);
    return language.doValidation(document, language.parseJSONDocument(document));
  },
  // It writes into what it is given: the text is read anew each time, which a person who types has to do anyway.
  "asl-validator": (text) => validate(JSON.parse(text)),
};
