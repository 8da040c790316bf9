package id.pendopo.knowledge.articles;

import id.pendopo.ui.CountryPack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Seed data: the articles that a desk starts with, as files of its country pack or of another place. */
public final class ArticleFiles {

    private static final YAMLMapper YAML = new YAMLMapper();

    private final Supplier<List<Edition>> reader;

    private ArticleFiles(Supplier<List<Edition>> reader) {
        this.reader = reader;
    }

    /** The articles of a country pack. */
    public static ArticleFiles of(CountryPack pack) {
        return new ArticleFiles(() -> pack.files("articles", ".yaml").stream()
                .flatMap(name ->
                        pack.read("articles/" + name, file -> read(name, file).editions(pack.languages())).stream())
                .toList());
    }

    /** The articles at an address such as {@code file:/srv/articles/*.yaml}, in these languages, the main one first. */
    public static ArticleFiles at(String pattern, List<Locale> languages) {
        return new ArticleFiles(() -> {
            List<Edition> editions = new ArrayList<>();
            try {
                for (Resource file : new PathMatchingResourcePatternResolver().getResources(pattern)) {
                    editions.addAll(read(file).editions(languages));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return editions;
        });
    }

    /** The articles of the country pack that this process has. */
    public static ArticleFiles shipped() {
        return of(CountryPack.chosen());
    }

    /**
     * Every article in each of its languages, in the order of file names.
     *
     * @throws id.pendopo.ui.CountryPackRefused a file of the pack is not well-formed
     * @throws UncheckedIOException a file elsewhere cannot be read
     */
    public List<Edition> editions() {
        return reader.get();
    }

    private static ArticleFile read(Resource file) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return read(Objects.requireNonNull(file.getFilename()), in);
        }
    }

    private static ArticleFile read(String name, InputStream file) {
        try {
            ArticleFile article = YAML.readValue(file, ArticleFile.class);
            if (!name.equals(article.slug() + ".yaml")) {
                throw new IllegalArgumentException(name + " holds the article " + article.slug());
            }
            return article;
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
        }
    }
}
