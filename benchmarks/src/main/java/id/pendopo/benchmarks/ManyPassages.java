package id.pendopo.benchmarks;

import id.pendopo.knowledge.search.Passage;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.RandomAccess;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/**
 * As many passages as are wanted, made of the shipped articles: each takes a question and some sentences of two of them, has
 * some of their words exchanged for others, each as often as it is used, and names places, offices and numbers, a few of
 * them often and very many seldom. None is kept: each is made again when it is asked for, always the same.
 */
final class ManyPassages extends AbstractList<Passage> implements RandomAccess {

    private static final int NAMES = 300_000;
    private static final int EXCHANGED_IN_QUESTION = 6;
    private static final int EXCHANGED_IN_TEXT = 10;
    private static final List<String> ONSETS = List.of(
            "k", "s", "b", "m", "t", "p", "r", "l", "j", "g", "d", "n", "w", "h", "c", "ng", "ny", "y", "kr", "pr");
    private static final List<String> RIMES = List.of(
            "a", "u", "i", "an", "ang", "ar", "o", "e", "ung", "in", "ur", "ing", "ak", "un", "at", "am", "as", "ir",
            "ol", "em");
    private static final List<String> OFFICES =
            List.of("Kelurahan", "Kecamatan", "Desa", "Dinas", "Kantor", "Puskesmas", "Kota", "Kabupaten", "UPT");

    private final List<Passage> articles;
    private final List<List<String>> sentences;
    private final String[] words;
    private final int size;

    ManyPassages(List<Passage> articles, int size) {
        this.articles = articles;
        this.size = size;
        sentences = articles.stream()
                .map(article -> Arrays.asList(article.body().split("(?<=\\.)\\s+|\\n")))
                .toList();
        words = articles.stream()
                .flatMap(article -> Stream.concat(article.questions().stream(), Stream.of(article.body())))
                .flatMap(text -> Stream.of(text.split("\\s+")))
                .toArray(String[]::new);
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Passage get(int number) {
        SplittableRandom random = new SplittableRandom(number);
        random.nextInt(); // the first draws of neighbouring seeds are alike
        int about = random.nextInt(articles.size());
        Passage article = articles.get(about);
        String asked =
                article.questions().get(random.nextInt(article.questions().size()));
        String place = random.nextInt(3) == 0 ? "" : " di " + office(random) + " " + name(random);
        return new Passage(
                "p" + number,
                article.service(),
                List.of(exchanged(asked, EXCHANGED_IN_QUESTION, random) + place),
                text(about, random),
                false);
    }

    private String text(int about, SplittableRandom random) {
        List<String> text = new ArrayList<>();
        for (int i = 3 + random.nextInt(4); i > 0; i--) {
            List<String> from = sentences.get(i % 2 == 0 ? random.nextInt(articles.size()) : about);
            text.add(exchanged(from.get(random.nextInt(from.size())), EXCHANGED_IN_TEXT, random));
        }
        text.add("%s %s %s, Jalan %s Nomor %d, telepon %d."
                .formatted(
                        office(random),
                        name(random),
                        name(random),
                        name(random),
                        1 + random.nextInt(300),
                        100_000 + random.nextInt(900_000)));
        return String.join(" ", text);
    }

    /** About one word of so many becomes another one, as often as the articles use it. */
    private String exchanged(String text, int oneOf, SplittableRandom random) {
        String[] changed = text.split("\\s+");
        for (int i = 0; i < changed.length; i++) {
            if (random.nextInt(oneOf) == 0) {
                changed[i] = words[random.nextInt(words.length)];
            }
        }
        return String.join(" ", changed);
    }

    private static String office(SplittableRandom random) {
        return OFFICES.get(random.nextInt(OFFICES.size()));
    }

    /** The name of rank r is half as frequent as that of rank r/2. */
    private static String name(SplittableRandom random) {
        int rank = (int) Math.pow(NAMES, random.nextDouble());
        SplittableRandom letters = new SplittableRandom(-rank);
        letters.nextInt();
        StringBuilder name = new StringBuilder();
        for (int syllables = 2 + letters.nextInt(3); syllables > 0; syllables--) {
            name.append(ONSETS.get(letters.nextInt(ONSETS.size()))).append(RIMES.get(letters.nextInt(RIMES.size())));
        }
        return name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    }
}
