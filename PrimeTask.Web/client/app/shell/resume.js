// @ts-check
// A module of its own, before the app: renewing the session takes a round trip, and few modules. The others load meanwhile.
import { resume } from '../session.js';

void resume();
