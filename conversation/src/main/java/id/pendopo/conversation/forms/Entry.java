package id.pendopo.conversation.forms;

import id.pendopo.conversation.understanding.MessageText;
import id.pendopo.ticketing.Category;
import java.util.List;
import java.util.Optional;

/**
 * What somebody put into a field.
 *
 * @param likely the category that the words are likely about
 */
public record Entry(MessageText said, List<Category> categories, Optional<Category> likely) {

    public Entry {
        categories = List.copyOf(categories);
    }

    public String text() {
        return said.text();
    }

    @Override
    public String toString() {
        return "Entry[REDACTED]";
    }
}
