// @ts-check
// A module of its own, before the app: renewing the session takes a way to the server and back, and needs few modules. The others come meanwhile.
import { resume } from '../session.js';

void resume();
