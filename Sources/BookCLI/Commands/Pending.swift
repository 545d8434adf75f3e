package import ArgumentParser
package struct People: ParsableCommand { package init() {} }
