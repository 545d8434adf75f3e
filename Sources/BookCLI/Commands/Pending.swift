package import ArgumentParser
package struct Preview: ParsableCommand { package init() {} }
