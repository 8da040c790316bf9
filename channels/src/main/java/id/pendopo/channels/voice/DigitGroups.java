package id.pendopo.channels.voice;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Long numbers in groups that can be written down while they are said. */
final class DigitGroups {

    private DigitGroups() {}

    /** In the groups in which they are written, longer ones cut: "4821773021" is 482, 177, 3021. */
    static List<String> groups(String written) {
        List<String> groups = new ArrayList<>();
        Arrays.stream(written.split("\\D+"))
                .filter(group -> !group.isEmpty())
                .forEach(group -> groups.addAll(cut(group)));
        return groups;
    }

    private static List<String> cut(String digits) {
        if (digits.length() <= 4) {
            return List.of(digits);
        }
        int size = digits.length() % 4 == 0 ? 4 : 3;
        List<String> groups = new ArrayList<>();
        groups.add(digits.substring(0, size));
        groups.addAll(cut(digits.substring(size)));
        return groups;
    }
}
