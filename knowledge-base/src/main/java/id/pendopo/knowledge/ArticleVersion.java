package id.pendopo.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Published version of an article: what it said from a day on, in one language; never changed afterwards.
 *
 * @param version from 1
 * @param summary the answer in two or three sentences
 * @param fields what is known of each aspect; an unsourced figure is absent, never guessed
 * @param sources pages and laws that were read, at least one when a field holds a figure
 */
public record ArticleVersion(
        String slug,
        String service,
        Locale language,
        int version,
        LocalDate published,
        String title,
        String summary,
        String sms,
        String voice,
        Map<Aspect, String> fields,
        List<Source> sources) {

    public ArticleVersion {
        fields = Map.copyOf(fields);
        sources = List.copyOf(sources);
    }

    /**
     * A page that somebody read.
     *
     * @param read the day on which it was read
     */
    public record Source(String name, String url, LocalDate read) {}
}
