package id.pendopo.config.commands;

import java.util.List;

/** Looks at one side of the installation. */
interface Check {

    List<Finding> look();
}
