# Runs a person's script on a table: reads /given/input.bin, evaluates /given/script.R, writes the result to `cat`.
# The form of both tables is described in rdata.py. A failed script gives "ERR1" and the message instead.

bireme <- new.env()

bireme$read_table <- function(path) {
  con <- file(path, "rb")
  on.exit(close(con))
  size <- readBin(con, "integer", 2L, 4L, endian = "little")
  rows <- size[2L]
  columns <- vector("list", size[1L])
  names <- character(size[1L])
  for (i in seq_along(columns)) {
    head <- readBin(con, "integer", 2L, 4L, endian = "little")
    names[i] <- rawToChar(readBin(con, "raw", head[2L]))
    columns[[i]] <- switch(head[1L],
      as.logical(readBin(con, "integer", rows, 4L, endian = "little")),
      readBin(con, "integer", rows, 4L, endian = "little"),
      readBin(con, "double", rows, 8L, endian = "little"),
      {
        lengths <- readBin(con, "integer", rows, 4L, endian = "little")
        absent <- lengths < 0L
        lengths[absent] <- 0L
        text <- if (rows) readChar(con, lengths, useBytes = TRUE) else character()
        Encoding(text) <- "UTF-8"
        text[absent] <- NA_character_
        text
      },
      structure(readBin(con, "double", rows, 8L, endian = "little"), class = "Date"),
      structure(readBin(con, "double", rows, 8L, endian = "little"), class = c("POSIXct", "POSIXt")),
      structure(readBin(con, "double", rows, 8L, endian = "little"), class = c("POSIXct", "POSIXt"), tzone = "UTC")
    )
  }
  Encoding(names) <- "UTF-8"
  structure(columns, names = names, class = "data.frame", row.names = .set_row_names(rows))
}

# What a script gives as a list of columns: a data frame, or vectors, each a column with a row per value.
bireme$as_columns <- function(value) {
  if (is.null(value)) stop("the script gives no result; its last expression must be a data frame or a vector")
  if (is.function(value) || is.environment(value) || is.language(value)) {
    stop("the result is no table but of class ", class(value)[1L])
  }
  if (is.array(value)) value <- as.data.frame(value, stringsAsFactors = FALSE)
  if (is.list(value) && !inherits(value, "POSIXlt")) {
    if (!is.data.frame(value)) value <- as.data.frame(value, stringsAsFactors = FALSE, check.names = FALSE)
    given <- names(value)
    rows <- nrow(value)
    value <- unclass(value)
  } else {
    given <- names(value)
    # One name is the column's; a name for each value names values.
    named <- !is.na(given) & nzchar(given)
    given <- if (sum(named) == 1L && named[1L]) given[1L] else "value"
    value <- list(value)
    rows <- length(if (inherits(value[[1L]], "POSIXlt")) as.POSIXct(value[[1L]]) else value[[1L]])
  }
  if (is.null(given)) given <- paste0("V", seq_along(value))
  list(names = given, columns = value, rows = rows)
}

bireme$plain <- function(column, name) {
  if (is.factor(column)) return(list(4L, as.character(column)))
  if (inherits(column, "POSIXlt")) column <- as.POSIXct(column)
  if (inherits(column, "POSIXct")) {
    zone <- attr(column, "tzone")
    return(list(if (is.null(zone) || !nzchar(zone[1L])) 6L else 7L, as.double(column)))
  }
  if (inherits(column, "Date")) return(list(5L, as.double(column)))
  if (inherits(column, "hms")) return(list(4L, format(column)))
  if (is.logical(column)) return(list(1L, as.integer(column)))
  if (is.integer(column)) return(list(2L, as.integer(column)))
  if (is.double(column)) return(list(3L, as.double(column)))
  if (is.character(column) || is.complex(column)) return(list(4L, as.character(column)))
  stop("column ", name, " is of class ", class(column)[1L], ", which is no type that a result can hold")
}

bireme$write_table <- function(value, con) {
  table <- bireme$as_columns(value)
  prepare <- function(column, name) {
    part <- bireme$plain(column, name)
    if (length(part[[2L]]) != table$rows) stop("column ", name, " has ", length(part[[2L]]), " values for ", table$rows, " rows")
    part
  }
  parts <- Map(prepare, table$columns, table$names)  # before the first byte, for its errors
  whole <- function(numbers) writeBin(as.integer(numbers), con, 4L, endian = "little")
  writeBin(charToRaw("TAB1"), con)
  whole(c(length(parts), table$rows))
  for (i in seq_along(parts)) {
    kind <- parts[[i]][[1L]]
    values <- parts[[i]][[2L]]
    name <- charToRaw(enc2utf8(if (is.na(table$names[i])) "NA" else table$names[i]))
    whole(c(kind, length(name)))
    writeBin(name, con)
    if (kind <= 2L) {
      whole(values)
    } else if (kind == 4L) {
      values <- enc2utf8(unname(values))
      absent <- is.na(values)
      lengths <- nchar(values, "bytes")
      lengths[absent] <- -1L
      whole(lengths)
      writeBin(charToRaw(paste(values[!absent], collapse = "")), con)
    } else {
      writeBin(as.double(values), con, 8L, endian = "little")
    }
  }
}

bireme$main <- function() {
  sql.data <- bireme$read_table("/given/input.bin")
  assign("sql.data", sql.data, globalenv())
  rm(sql.data)
  # Cluvio has these at hand; those that are installed here are, too.
  for (package in c("reshape2", "plyr", "dplyr", "tidyr", "purrr", "tibble", "broom", "stringr", "lubridate", "hms",
                    "magrittr", "glue", "zoo")) {
    if (nzchar(system.file(package = package))) suppressPackageStartupMessages(library(package, character.only = TRUE))
  }
  size <- file.size("/given/script.R")
  text <- readChar("/given/script.R", size, useBytes = TRUE)
  Encoding(text) <- "UTF-8"
  value <- NULL
  for (expression in parse(text = text, keep.source = FALSE, encoding = "UTF-8")) value <- eval(expression, globalenv())
  value
}

sink(stderr())
bireme$problem <- NULL
bireme$value <- tryCatch(bireme$main(), error = function(error) bireme$problem <- error)
sink()
bireme$con <- pipe("cat", "wb")
if (is.null(bireme$problem)) {
  tryCatch(bireme$write_table(bireme$value, bireme$con), error = function(error) bireme$problem <- error)
}
if (!is.null(bireme$problem)) {
  writeBin(charToRaw("ERR1"), bireme$con)
  writeBin(charToRaw(enc2utf8(conditionMessage(bireme$problem))), bireme$con)
}
close(bireme$con)
