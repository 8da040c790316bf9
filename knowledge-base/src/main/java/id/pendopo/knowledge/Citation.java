package id.pendopo.knowledge;

import java.time.LocalDate;

/**
 * Source reference of an answer: where it stands written.
 *
 * @param url the article's page, relative to the public address: {@code /help/ktp-el-hilang}
 * @param version the article's version, from 1
 * @param date when that version was published
 * @param source the official page or law that was read, by name
 */
public record Citation(String title, String url, int version, LocalDate date, String source) {}
