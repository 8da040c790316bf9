package id.pendopo.knowledge.articles;

import id.pendopo.knowledge.ArticleVersion;
import id.pendopo.knowledge.ArticleVersion.Source;
import id.pendopo.knowledge.Aspect;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.jdbc.core.RowMapper;

/** Row mapper: reads a version, or a draft that names its columns like one. */
final class EditionRows implements RowMapper<Edition> {

    private final EditionJson json = new EditionJson();

    @Override
    public Edition mapRow(ResultSet row, int number) throws SQLException {
        List<Source> sources = json.readSources(row.getString("sources"));
        Map<Aspect, String> fields = new EnumMap<>(Aspect.class);
        Map<Aspect, Source> readIn = new EnumMap<>(Aspect.class);
        json.readFields(row.getString("fields")).forEach((aspect, field) -> {
            fields.put(aspect, field.text());
            if (field.source() != null) {
                readIn.put(aspect, sources.get(field.source()));
            }
        });
        ArticleVersion text = new ArticleVersion(
                row.getString("slug"),
                row.getString("service"),
                Locale.forLanguageTag(row.getString("language")),
                row.getInt("version"),
                row.getObject("published", LocalDate.class),
                row.getString("title"),
                row.getString("summary"),
                row.getString("sms"),
                row.getString("voice"),
                fields,
                sources);
        return new Edition(
                text, json.readQuestions(row.getString("questions")), readIn, row.getBoolean("review_pending"));
    }
}
