package id.pendopo.ui;

/**
 * Navigation entry of the settings: a page that the index of the office's own settings lists. A module makes one bean for
 * each of its pages.
 *
 * @param path of the page, from the root
 * @param label a key of the message bundle
 * @param hint the key of a sentence that says what is set there
 * @param order smallest first
 */
public record SettingsEntry(String path, String label, String hint, int order) {

    public SettingsEntry {
        if (!path.startsWith("/") || label.isBlank() || hint.isBlank()) {
            throw new IllegalArgumentException("an entry needs a path from the root, a label and a hint: " + path);
        }
    }
}
