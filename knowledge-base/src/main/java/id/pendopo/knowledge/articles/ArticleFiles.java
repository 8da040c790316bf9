package id.pendopo.knowledge.articles;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Seed data: the articles that come with the software, read from the class path. */
public final class ArticleFiles {

    private final String pattern;

    /**
     * The articles at an address such as {@code classpath*:articles/*.yaml}.
     *
     * @throws UncheckedIOException when read: a file cannot be read
     */
    public ArticleFiles(String pattern) {
        this.pattern = pattern;
    }

    /** The shipped articles. */
    public static ArticleFiles shipped() {
        return new ArticleFiles("classpath*:articles/*.yaml");
    }

    /** Every article in each of its languages, in the order of file names. */
    public List<Edition> editions() {
        YAMLMapper yaml = new YAMLMapper();
        List<Edition> editions = new ArrayList<>();
        try {
            Resource[] files = new PathMatchingResourcePatternResolver().getResources(pattern);
            for (Resource file : files) {
                editions.addAll(read(yaml, file).editions());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return editions;
    }

    private static ArticleFile read(YAMLMapper yaml, Resource file) throws IOException {
        String name = Objects.requireNonNull(file.getFilename());
        try (InputStream in = file.getInputStream()) {
            ArticleFile article = yaml.readValue(in, ArticleFile.class);
            if (!name.equals(article.slug() + ".yaml")) {
                throw new IllegalArgumentException(name + " holds the article " + article.slug());
            }
            return article;
        } catch (tools.jackson.core.JacksonException e) {
            throw new IllegalArgumentException(name + ": " + e.getOriginalMessage(), e);
        }
    }
}
