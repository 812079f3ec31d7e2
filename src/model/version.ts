/** Rises whenever the results of a reference run change; CHANGELOG says which columns moved and why. */
export const modelVersion = 5;
