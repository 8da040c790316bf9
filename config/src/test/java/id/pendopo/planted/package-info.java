/**
 * A module that breaks every rule of packages. Nothing runs it. The rules must find each of its breaches.
 */
package id.pendopo.planted;
