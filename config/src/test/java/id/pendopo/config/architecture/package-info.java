/**
 * The house plan as tests: which module may use which, and what a package may be. {@link
 * id.pendopo.config.architecture.ArchitectureTests} holds the rules of packages, {@code ModuleTests} the arrows between
 * modules. It must not know what any class does, only where it stands and whom it names.
 */
package id.pendopo.config.architecture;
