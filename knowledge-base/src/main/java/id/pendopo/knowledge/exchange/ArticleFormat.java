package id.pendopo.knowledge.exchange;

import java.util.List;

/** File format of articles, serialiser and parser in one: what is written can be read again and is the same. */
interface ArticleFormat {

    String write(List<ExchangedArticle> articles);

    /**
     * Everything that stands in the file, in its order, also what could not be read.
     *
     * @param text lines that end with a line feed, without a byte order mark
     */
    List<ImportEntry> read(String text);
}
