package id.pendopo.ticketing.organisation;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** Merge of two orders: of all categories that there are, and of those that a file has. Pure. */
final class CategoryOrder {

    private CategoryOrder() {}

    /** Those of the file change places among themselves alone; a new one stands behind its predecessor in the file, the first ones at the end. */
    static List<String> of(List<String> before, List<String> file) {
        Iterator<String> known = file.stream().filter(before::contains).iterator();
        List<String> order = new ArrayList<>();
        before.forEach(key -> order.add(file.contains(key) ? known.next() : key));
        String previous = "";
        for (String key : file) {
            if (!before.contains(key)) {
                int behind = order.indexOf(previous);
                order.add(behind < 0 ? order.size() : behind + 1, key);
            }
            previous = key;
        }
        return order;
    }
}
