package id.pendopo.conversation.forms;

/**
 * One thing a form wants to know.
 *
 * @param ask the key of the question
 * @param label the key of its name on the summary
 * @param required whether it is always asked; other fields have a default and are asked only when there is room
 * @param volunteered whether a field without a value is never asked, only changed by "ubah"
 */
public record Field(
        String name, Validator validator, String ask, String label, boolean required, boolean volunteered) {}
