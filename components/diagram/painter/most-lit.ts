/** So many routes are lit at once from far; the lines of a box with more are seen as merged lines, or when near. */
export const mostLit = 600;
