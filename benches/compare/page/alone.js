// The program of the page in which Pasos is measured alone, where no peer is installed.
import { setUp } from "./stage.js";

setUp({});
