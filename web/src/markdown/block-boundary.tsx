import { Component, type ReactNode } from 'react'

interface BlockBoundaryProps {
  /** What stands in the place of a block that cannot be shown. */
  fallback: ReactNode
  children: ReactNode
}

/** Keeps a block that cannot be read from taking the page away. */
export class BlockBoundary extends Component<BlockBoundaryProps, { isBroken: boolean }> {
  override state = { isBroken: false }

  static getDerivedStateFromError() {
    return { isBroken: true }
  }

  override render() {
    return this.state.isBroken ? this.props.fallback : this.props.children
  }
}
