// The requests and responses of the API, from its OpenAPI document. `npm run types` makes openapi.d.ts.
import type { components, paths } from '../../obj/openapi.js';

export type Schemas = components['schemas'];

/** A part of a list. */
export type Page<T> = Omit<Schemas['PageOfTaskSummary'], 'results'> & { results: T[] };

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** The addresses that take the method: `/tasks/${number}/` for `/api/v1/tasks/{id}/`, `/labels/${string}/` for `/api/v1/labels/{name}/`. */
export type AddressOf<M extends Method> = string & keyof Operations<M>;

/** The parameters, by the names that the document knows; what the address bar holds is for the server to check. */
export type QueryOf<M extends Method, A extends AddressOf<M>> =
  Operations<M>[A] extends { parameters: { query?: infer Q } } ? { [Name in keyof Q]?: string | number } : never;

/** Where the document allows none, the web app sends an empty object: its refresh token is in a cookie. */
export type BodyOf<M extends Method, A extends AddressOf<M>> =
  Operations<M>[A] extends { requestBody?: { content: { 'application/json': infer B } } }
    ? null extends B ? B | Record<string, never> : B
    : never;

/** The body of a success; null where it has none. */
export type ResultOf<M extends Method, A extends AddressOf<M>> =
  Operations<M>[A] extends { responses: infer R } ? Json<R[keyof R & (200 | 201 | 204)]> : never;

type Operations<M extends Method> = {
  [P in keyof paths as paths[P] extends Record<Lowercase<M>, object> ? Filled<P> : never]: paths[P][Lowercase<M>];
};

/** A name in an address is text, anything else there is an id. */
type Filled<P extends string> =
  P extends `/api/v1${infer Rest}` ? Filled<Rest>
  : P extends `${infer Before}{name}${infer After}` ? `${Before}${string}${After}`
  : P extends `${infer Before}{${string}}${infer After}` ? `${Before}${number}${After}`
  : P;

type Json<R> = R extends { content: { 'application/json': infer B } } ? B : null;
