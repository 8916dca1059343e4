// @ts-check
// A module of its own, before the app: renewing the session takes a way to the server and back, and needs few modules. The others come meanwhile.
import { resume } from './state/session.js';

void resume();
