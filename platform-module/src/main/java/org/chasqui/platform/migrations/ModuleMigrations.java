package org.chasqui.platform.migrations;

/**
 * Says that a module has migrations under {@code db/<module>} on the class path; each module offers one bean of this
 * type. Tables never refer to tables of another module, so the order between modules does not matter.
 */
public interface ModuleMigrations {
    /** Name of the module, which is also the folder of its scripts and the suffix of its history table. */
    String module();
}
