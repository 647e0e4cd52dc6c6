// The page of bpmn-js as its first example has it: the modeler with a new diagram.
import Modeler from "bpmn-js/lib/Modeler";
import "bpmn-js/dist/assets/diagram-js.css";
import "bpmn-js/dist/assets/bpmn-js.css";
import "bpmn-js/dist/assets/bpmn-font/css/bpmn-embedded.css";

new Modeler({ container: "#root" }).createDiagram();
