import type { WrittenTable } from '../csv-file.ts';
import { type StorageType, storageOf } from '../storage-type.ts';
import type { Field } from '../table-declaration.ts';
import { quoted } from './quote.ts';

/** R has no whole numbers of 64 bits; a double holds ours exactly, since seeds stay below 2^53. */
const classes: Readonly<Record<StorageType, string>> = {
  text: 'character',
  int32: 'integer',
  int64: 'numeric',
  double: 'numeric',
  boolean: 'logical',
  date: 'Date',
};

const functions = `
# The study folder: the one above this file, else the working directory.
maabar_folder <- local({
  sourced <- unlist(lapply(sys.frames(), function(frame) frame$ofile))
  started <- sub("^--file=", "", grep("^--file=", commandArgs(FALSE), value = TRUE))
  script <- c(rev(sourced), started[basename(started) == "load.R"])
  if (length(script) > 0) dirname(dirname(normalizePath(script[1]))) else "."
})

# One table as a data frame: columns typed, attributes "label" and "unit" on each. Missing is NA.
load_table <- function(name, folder = maabar_folder) {
  spec <- maabar_tables[[name]]
  if (is.null(spec)) stop("no table ", name, "; there are: ", paste(names(maabar_tables), collapse = ", "))
  data <- if (!is.null(spec$parquet) && requireNamespace("arrow", quietly = TRUE))
    maabar_parquet(file.path(folder, spec$parquet), spec) else maabar_csv(file.path(folder, spec$file), spec)
  for (at in seq_along(spec$name)) {
    attr(data[[at]], "label") <- spec$label[at]
    attr(data[[at]], "unit") <- spec$unit[at]
  }
  attr(data, "label") <- spec$about
  data
}

# All tables, or those named, as a list of data frames.
load_study <- function(tables = names(maabar_tables), folder = maabar_folder) {
  sapply(tables, load_table, folder = folder, simplify = FALSE)
}

maabar_csv <- function(path, spec) {
  classes <- ifelse(spec$class == "logical", "integer", spec$class)
  data <- utils::read.csv(path, colClasses = classes, na.strings = "", check.names = FALSE, encoding = "UTF-8")
  for (at in which(spec$class == "logical")) data[[at]] <- data[[at]] == 1L
  # Texts that a spreadsheet would run as a formula stand behind an apostrophe.
  for (at in which(spec$class == "character")) data[[at]] <- sub("^'('*[=+@\\t\\r\\uff1d\\uff0b\\uff0d\\uff20-])", "\\\\1", data[[at]])
  data
}

maabar_parquet <- function(path, spec) {
  data <- as.data.frame(arrow::read_parquet(path))
  for (at in which(spec$class == "numeric")) data[[at]] <- as.numeric(data[[at]])
  data
}
`;

/** The text of load/load.R: base R, and arrow for large tables where it is installed. */
export function rLoader(tables: readonly WrittenTable[]): string {
  return `# Loads the tables of this study into R, typed, with what each column is and its unit as attributes. Nothing but base R is needed.
#   source("load/load.R")
#   outcomes <- load_table("outcomes")
#   attr(outcomes$income_total_usd, "label")
${functions}
maabar_tables <- list(
${tables.map(tableR).join(',\n')}
)
`;
}

function tableR({ table, path, parquet }: WrittenTable): string {
  const column = (read: (field: Field) => string): string =>
    `c(\n      ${table.fields.map((field) => quoted(read(field))).join(',\n      ')})`;
  const large = parquet === undefined ? '' : `\n    parquet = ${quoted(parquet.path)},`;
  return `  ${table.name} = list(
    file = ${quoted(path)},${large}
    about = ${quoted(table.description)},
    name = ${column(({ name }) => name)},
    class = ${column((field) => classes[storageOf(field)])},
    unit = ${column(({ unit }) => unit)},
    label = ${column(({ description }) => description)})`;
}
