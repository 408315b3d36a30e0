/** For styles that say “2nd ed.” in any English. */
export const SHORT_EDITION = '<term form="short" name="edition"><single>ed.</single><multiple>eds.</multiple></term>'
