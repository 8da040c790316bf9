package id.pendopo.channels.gateway.pull;

import id.pendopo.ui.RestoreRules;
import java.util.List;

/** After a restore nobody holds a line: the node that held it is none of this desk's. */
final class PullRestoreRules implements RestoreRules {

    @Override
    public List<String> repairs() {
        return List.of("update channels_pull set lease_until = null");
    }
}
