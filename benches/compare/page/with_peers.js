// The program of the page in which product and peers are measured.
import { peerWorks } from "./peer_works.js";
import { setUp } from "./stage.js";

setUp(peerWorks);
